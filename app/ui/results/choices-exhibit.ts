import { fill } from "#app/locales/language.ts";
import { examDifficulty } from "#app/results/exam-mode.ts";
import type { VariableBlock } from "#app/results/view.ts";
import { amount, grouped, percent } from "../studio/amount.ts";
import { countCell, hiddenCell, shareCell, shareIntervalCell } from "./cells.ts";
import type { Cell, DataTable, Exhibit } from "./exhibit.ts";
import { barsFigure, type Groups, orderedOptions, type Reader } from "./figures.ts";
import { hiddenText, rangeText, sentences, signed } from "./numbers.ts";

/** One closed question that is no statement: its options, of one selection or of two side by side. */
export function choicesExhibit(blocks: Groups<VariableBlock>, reader: Reader): Exhibit {
  const { messages, language } = reader;
  const { difficulty, choices: words } = messages.results;
  const { net, ...choices } = messages.exhibits.overview.choices;
  const [block] = blocks;
  const bipolar = block.measure === "bipolar";
  const ofExam = block.code === examDifficulty;
  const recommended = blocks.some((one) => one.netPromoter);
  const shown = blocks.some(({ base }) => base.shown);
  return {
    code: block.code,
    title: ofExam ? difficulty.title : block.text[language],
    lead: sentences(language, [
      ofExam && blocks.length === 1 ? aboutRight(block, reader) : undefined,
      ofExam ? difficulty.note : bipolar ? words.middle : undefined,
      blocks.length === 1 ? netLead(block, reader) : undefined,
      bases(blocks, reader),
    ]),
    ...(shown && { figure: barsFigure(blocks, reader), table: optionsTable(blocks, reader) }),
    ...(blocks.length === 1 && block.base.shown && { n: block.base.n }),
    method: {
      ...choices,
      statistics: recommended ? ["wilson", "netPromoter"] : ["wilson"],
      formula: recommended ? [...choices.formula, net] : choices.formula,
    },
  };
}

/** "1,204 answered, 13 skipped." of each group. */
function bases(blocks: Groups<VariableBlock>, reader: Reader): string {
  const { filters, choices } = reader.messages.results;
  const [first, second] = blocks;
  if (!second) return `${baseText(first, reader)}${choices.stop}`;
  const of = (name: string, block: VariableBlock) => `${name}${filters.colon}${baseText(block, reader)}`;
  return `${[of(filters.groupA, first), of(filters.groupB, second)].join(filters.and)}${choices.stop}`;
}

function baseText({ base }: VariableBlock, { messages, language, k }: Reader): string {
  if (!base.shown) return hiddenText(base.why, messages, k);
  const { choices } = messages.results;
  const parts = [amount(language, choices.base, base.n)];
  if (base.skipped) parts.push(fill(choices.skipped, { n: grouped(language, base.skipped) }));
  if (base.notAsked) parts.push(fill(choices.notAsked, { n: grouped(language, base.notAsked) }));
  return parts.join(choices.join);
}

function optionsTable(blocks: Groups<VariableBlock>, reader: Reader): DataTable {
  const { messages, language } = reader;
  const { choices, themes, items, filters } = messages.results;
  const [block] = blocks;
  const comparing = blocks.length > 1;
  return {
    caption: block.text[language],
    head: [
      { text: choices.option },
      ...(comparing ? [{ text: items.group }] : []),
      { text: choices.share, number: true },
      { text: themes.interval, of: choices.share, interval: true },
      { text: choices.count, number: true },
      { text: choices.answered, number: true },
    ],
    rows: [
      ...orderedOptions(block).flatMap((option) => blocks.map((one, group) => optionRow(option, one, group))),
      ...blocks.flatMap((one, group) => netRow(one, group)),
    ],
  };

  function named(label: string, group: number): string[] {
    return [label, ...(comparing ? [group === 0 ? filters.groupA : filters.groupB] : [])];
  }

  function optionRow(
    option: VariableBlock["options"][number],
    { base, options }: VariableBlock,
    group: number,
  ) {
    const result = options.find((other) => other.code === option.code)?.result;
    const name = named(option.label[language], group);
    if (!base.shown) return [...name, hiddenCell(base.why, reader)];
    if (!result?.shown) return [...name, hiddenCell(result?.why ?? "few", reader)];
    return [
      ...name,
      { ...shareCell(result.share, base.n, reader), strong: true },
      shareIntervalCell(result.low, result.high, base.n, reader),
      countCell(result.count, reader),
      countCell(base.n, reader),
    ];
  }

  function netRow({ netPromoter, base }: VariableBlock, group: number): Cell[][] {
    if (!netPromoter || !base.shown) return [];
    const { estimate, low, high } = netPromoter;
    return [
      [
        ...named(choices.net, group),
        { text: netText(estimate), value: estimate, strong: true },
        { text: rangeText(low, high, netText), low, high },
        countCell(undefined, reader),
        countCell(base.n, reader),
      ],
    ];
  }
}

/** A net promoter score as it is usually written, of a hundred and with its sign. */
const netText = (score: number) => signed(100 * score, 0);

function netLead({ netPromoter: net }: VariableBlock, { messages }: Reader): string | undefined {
  if (!net) return undefined;
  const range = rangeText(net.low, net.high, netText);
  return fill(messages.results.choices.netLead, { score: netText(net.estimate), range });
}

/** "42% found it about right; …": the middle point and the two tails. Empty where the gate allows only bounds. */
function aboutRight(block: VariableBlock, { messages, language }: Reader): string {
  const shares = block.options.map(({ result }) =>
    result.shown && typeof result.share === "number" ? result.share : undefined,
  );
  if (!block.base.shown || shares.length !== 5 || shares.includes(undefined)) return "";
  const [a, b, right, c, d] = shares as [number, number, number, number, number];
  return fill(messages.results.difficulty.lead, {
    right: percent(language, right),
    easy: percent(language, a + b),
    hard: percent(language, c + d),
  });
}
