import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instrument, Item } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { messy } from "./testing/wjx-text-samples.ts";
import { wjxText } from "./wjx-text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const given = (text: string) => ({ name: "", bytes: bytes(text) });
const zh = (text: string) => ({ "zh-CN": text, en: "" });

/** What the text carries of an instrument: not who asks, nor the consent. */
const carried = ({ title, invitation, scales, pages }: Instrument) => ({ title, invitation, scales, pages });
const through = (instrument: Instrument) =>
  wjxText.read({ name: "", bytes: wjxText.write(instrument).bytes }).draft;
/** Findings on writing that every instrument has. */
const always = ["consent", "code, respondent, minutes, status"];

describe("there and back", () => {
  const words = fc
    .array(fc.constantFrom(..."课程体验证书考试老师学习实践就业机会amy2"), { minLength: 2, maxLength: 12 })
    .map((chars) => `关于${chars.join("")}的话`);
  const base = (code: string) =>
    fc
      .record({
        text: words.map(zh),
        required: fc.boolean(),
        help: fc.option(words.map(zh), { nil: undefined }),
      })
      .map(({ help, ...rest }) => ({
        code,
        rev: 1,
        ...rest,
        ...(help ? { help } : {}),
        background: false,
        mirrors: [] as string[],
      }));
  const options = fc
    .uniqueArray(words, { minLength: 2, maxLength: 7 })
    .map((all) => all.map((label, at) => ({ code: String(at + 1), label: zh(label) })));
  const scales: Instrument["scales"] = {
    agree5: {
      kind: "agreement",
      points: ["非常不同意", "不同意", "一般", "同意", "非常同意"].map((label, at) => ({
        value: at + 1,
        label: zh(label),
      })),
      notApplicable: zh("不适用"),
    },
    bipolar5: {
      kind: "bipolar",
      points: ["太易", "偏 易", "适中", "偏难", "太难"].map((label, at) => ({
        value: at + 1,
        label: zh(label),
      })),
    },
  };
  const scaled = fc.constantFrom("agree5", "bipolar5").chain((scale) =>
    fc.record({
      scale: fc.constant(scale),
      allowNA: scale === "agree5" ? fc.boolean() : fc.constant(false),
      reverse: scale === "agree5" ? fc.boolean() : fc.constant(false),
      direction: fc.constant("favourable" as const),
    }),
  );
  const question = (number: number): fc.Arbitrary<Item[]> =>
    fc.oneof(
      fc
        .tuple(base(`Q${number}`), options)
        .map(([one, all]): Item[] => [{ kind: "single", ...one, options: all }]),
      fc
        .tuple(base(`Q${number}`), options, fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }))
        .map(([one, all, max]): Item[] => [
          { kind: "multiple", ...one, options: all, ...(max ? { max } : {}) },
        ]),
      base(`Q${number}`).map((one): Item[] => [{ kind: "text", ...one, maxLength: 1000 }]),
      fc
        .tuple(base(`Q${number}`), scaled)
        .map(([one, scale]): Item[] => [{ kind: "scale", ...one, ...scale }]),
      fc
        .tuple(base(`Q${number}`), scaled, fc.array(words, { minLength: 1, maxLength: 6 }))
        .map(([{ help, text, ...one }, scale, rows]): Item[] =>
          rows.map((row, at) => ({
            kind: "scale",
            ...one,
            code: `Q${number}_${at + 1}`,
            text: zh(row),
            ...(at === 0 ? { help: help ?? text } : {}),
            ...scale,
          })),
        ),
      fc
        .tuple(base(`Q${number}`), options, fc.array(words, { minLength: 1, maxLength: 6 }))
        .map(([one, all, rows]): Item[] =>
          rows.map((row, at) => ({
            kind: "single",
            ...one,
            code: `Q${number}_${at + 1}`,
            help: one.help ?? one.text,
            text: zh(row),
            options: all,
          })),
        ),
    );
  const instrument = fc
    .integer({ min: 1, max: 8 })
    .chain((count) =>
      fc.record({
        title: words.map(zh),
        invitation: fc.array(words, { maxLength: 3 }).map((all) => zh(all.join("\n"))),
        questions: fc.tuple(...Array.from({ length: count }, (_, at) => question(at + 1))),
        breaks: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
        titles: fc.array(fc.tuple(words, fc.boolean()), { minLength: count, maxLength: count }),
        depends: fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.nat()), { minLength: count, maxLength: count }),
      }),
    )
    .map(({ title, invitation, questions, breaks, titles, depends }): Instrument => {
      const pages: Instrument["pages"] = [];
      questions.forEach((items, at) => {
        const [wanted, which, value] = depends[at] ?? [false, 0, 0];
        const before = questions
          .slice(0, at)
          .flat()
          .filter((one) => one.kind === "single" && !one.code.includes("_"));
        const on = before[which % Math.max(1, before.length)];
        if (wanted && on?.kind === "single")
          for (const item of items)
            item.showIf = { item: on.code, in: [on.options[value % on.options.length]?.code ?? "1"] };
        const [words, intro] = titles[at] ?? ["", false];
        if (at === 0 || breaks[at])
          pages.push({
            code: `p${pages.length + 1}`,
            title: zh(words),
            ...(intro ? { intro: zh(`${words}\n说一说`) } : {}),
            optional: false,
            shuffle: false,
            items: [],
          });
        pages.at(-1)?.items.push(...items);
      });
      const used = new Set(questions.flat().map((item) => (item.kind === "scale" ? item.scale : "")));
      const shown = Object.fromEntries(Object.entries(scales).filter(([code]) => used.has(code)));
      const { draft } = wjxText.read(given("问卷\n1. 题[填空题]"));
      return { ...draft, title, invitation, scales: structuredClone(shown), pages };
    });

  it("gives the same instrument, and says so, on the stated subset", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(instrument, (one) => {
        const wholeScales = one.pages.some((page) =>
          page.items.some((item) => item.kind === "scale" && item.allowNA),
        );
        if (!wholeScales && one.scales.agree5) delete one.scales.agree5.notApplicable;
        const { findings } = wjxText.write(one);
        expect(findings.map((finding) => finding.details?.name)).toEqual(always);
        expect(carried(through(one))).toEqual(carried(one));
      }),
      { numRuns: 100 },
    );
  });

  it("also from a file, jumps and all", () => {
    const { draft } = wjxText.read(given(messy.replace(/^8\..*\n.*\n.*\n/m, "")));
    expect(carried(through(draft))).toEqual(carried(draft));
  });

  it("says what a template loses, question by question", () => {
    const student = templates["oneplusx-student"]();
    const { findings } = wjxText.write(student);
    const codes = new Set(findings.map((one) => one.code));
    for (const code of [
      "lost.language",
      "lost.setting",
      "lost.score",
      "changed.code",
      "changed.values",
      "changed.kind",
    ])
      expect(codes).toContain(code);
    const back = through(student).pages.flatMap((page) => page.items);
    const items = student.pages.flatMap((page) => page.items);
    expect(back.map((item) => item.text["zh-CN"])).toEqual(
      items.map((item) => item.text["zh-CN"].replace(/\s+/g, " ")),
    );
  });

  it("tells a wording that would be read as something else", () => {
    const { draft } = wjxText.read(given("问卷\n1. 题[单选题]\n甲\n乙"));
    const item = draft.pages[0]?.items[0];
    if (item?.kind !== "single") throw new Error("expected a single choice");
    item.text = zh("两行\n[多选题]*");
    item.options = ["甲____", "A. 乙"].map((label, at) => ({ code: String(at + 1), label: zh(label) }));
    const codes = wjxText.write(draft).findings.map((one) => one.code);
    expect(codes).toContain("changed.options");
    expect(codes).toContain("changed.text");
  });
});
