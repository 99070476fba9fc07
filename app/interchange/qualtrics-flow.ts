import type { Route } from "./drafting.ts";
import { emptyText } from "./foreign-texts.ts";
import { type QualtricsReading, values } from "./qualtrics.ts";
import { wordsOf } from "./qualtrics-logic.ts";
import { readQuestion } from "./qualtrics-questions.ts";
import { type Branch, branch, isBranch, word } from "./tree.ts";

/** Reads the blocks in the order of the survey's flow, a page for each and for each page break. @returns how many pages */
export function readFlow(reading: QualtricsReading): number {
  const blocks = new Map<string, Branch>();
  for (const one of reading.of("BL"))
    for (const block of values(one.Payload))
      if (!blocks.has(word(block.ID))) blocks.set(word(block.ID), block);
  const walk = new Walk(reading, blocks);
  const flow = reading.of("FL").map((one) => branch(one.Payload).Flow)[0];
  if (flow === undefined) for (const [id, block] of blocks) if (block.Type !== "Trash") walk.block(id, []);
  walk.flow(flow, []);
  walk.leave();
  return walk.pages;
}

class Walk {
  pages = 0;
  private readonly reading: QualtricsReading;
  private readonly blocks: Map<string, Branch>;
  private readonly seen = new Set<string>();
  private readonly asked = new Set<string>();

  constructor(reading: QualtricsReading, blocks: Map<string, Branch>) {
    this.reading = reading;
    this.blocks = blocks;
  }

  /** What a branch is for goes for all that is in it. */
  flow(steps: unknown, routes: Route[]) {
    const { report } = this.reading;
    for (const step of values(steps)) {
      const type = word(step.Type);
      const place = { path: word(step.FlowID) || type };
      if (/^(Block|Standard|Default)$/.test(type)) this.block(word(step.ID), routes);
      else if (type === "Branch")
        this.flow(step.Flow, [...routes, this.reading.route(step.BranchLogic, place)]);
      else if (type === "Group" || type === "Root") this.flow(step.Flow, routes);
      else if (/Randomizer$/.test(type)) {
        report.add("lost.randomisation", place, { name: `${type} ${word(step.SubSet)}`.trim() });
        this.flow(step.Flow, routes);
      } else if (type === "EmbeddedData")
        for (const one of values(step.EmbeddedData))
          report.add("lost.setting", place, {
            name: `EmbeddedData: ${word(one.Field)} ${word(one.Value)}`.trim(),
          });
      else if (type === "EndSurvey")
        report.add("lost.routing", place, {
          expression: ["EndSurvey", ...routes.map(({ text }) => text)].join(": "),
        });
      else {
        report.add("lost.setting", place, { name: type || "?" });
        this.flow(step.Flow, routes);
      }
    }
  }

  block(id: string, routes: Route[]) {
    const { report } = this.reading;
    const block = this.blocks.get(id);
    const place = { path: id };
    if (!block) return;
    const name = word(block.Description);
    if (this.seen.has(id)) return report.add("lost.repeat", place, { name: name || id });
    this.seen.add(id);
    const options = branch(block.Options);
    const looping = word(options.Looping);
    if (looping && looping !== "None") report.add("lost.repeat", place, { name: `${name} ${looping}` });
    const random = word(options.RandomizeQuestions);
    if (random && random !== "false" && random !== "None")
      report.add("lost.randomisation", place, { name: `${name} ${random}` });
    this.page(name, routes);
    for (const element of values(block.BlockElements)) {
      if (element.Type === "Page Break") {
        if (isBranch(element.SkipLogic))
          report.add("lost.routing", place, { expression: wordsOf(element.SkipLogic) });
        this.page(name, routes);
      } else this.question(word(element.QuestionID));
    }
  }

  private page(name: string, routes: Route[]) {
    this.pages++;
    // Blocks have names for those who write them, not titles for those who answer.
    this.reading.draft.open(name, emptyText(), routes);
  }

  private question(id: string) {
    const question = this.reading.questions.get(id);
    if (!question || this.asked.has(id)) return;
    this.asked.add(id);
    readQuestion(this.reading, id, question, []);
  }

  /** Questions in the bin, and blocks that the flow never comes to. */
  leave() {
    const { report, questions } = this.reading;
    const bin = new Set(
      [...this.blocks.values()]
        .filter(({ Type }) => Type === "Trash")
        .flatMap((one) => values(one.BlockElements).map(({ QuestionID }) => word(QuestionID))),
    );
    for (const [id, question] of questions)
      if (!this.asked.has(id)) {
        const name = word(question.DataExportTag) || id;
        report.add("lost.setting", { path: id }, { name: `${bin.has(id) ? "Trash" : "?"}: ${name}` });
      }
  }
}
