import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language, languages } from "#app/locales/language.ts";
import { findingsOf as findingsIn } from "./findings.ts";
import {
  artifact,
  bytesOf,
  Flow,
  type FontFiles,
  fonts,
  ink,
  newDocument,
  type Pdf,
  paper,
  tagged,
  textWidth,
} from "./pdf-page.ts";
import type { Release } from "./release.ts";
import { countText, sentencesOf } from "./wording.ts";

export interface FigureSize {
  width: number;
  /** Points per px. */
  scale: number;
  legend: boolean;
}

/** One chart, ready to be drawn. The composition of the server knows how; this folder knows where. */
export interface BriefFigure {
  /** The same in every language. */
  name: string;
  section: "themes" | "theme" | "difficulty" | "overall" | "groups";
  title: string;
  /** What the chart shows, in words. */
  description: string;
  height(doc: Pdf, size: FigureSize): number;
  draw(doc: Pdf, x: number, y: number, size: FigureSize): void;
}

const body = { size: 10, after: 6 };
const small = { size: 8.6, colour: ink.soft, after: 4 };
const heading = { size: 14, bold: true, after: 6, colour: ink.text };

/** Points per px of a chart. The brief is set with the largest that keeps it within four pages. */
const scales = [0.6, 0.55, 0.51, 0.48];
/** The difficulty chart fills up the first page or, where it would tear the others apart, follows them. */
const orders = [
  ["difficulty", "theme", "groups"],
  ["theme", "difficulty", "groups"],
] as const;
const mostPages = 4;

/**
 * The brief: two to four A4 pages that stand alone. Text is real text in an embedded subset of the font, charts are
 * vectors with their numbers in words, every page says whose it is, of when, and whether the data are synthetic.
 */
export async function briefPdf(
  release: Release,
  language: Language,
  drawn: Readonly<Record<Language, BriefFigure[]>>,
  fontFiles: FontFiles,
): Promise<Buffer> {
  // What fits is decided once for all languages: two readers of one release read the same charts.
  const made = (one: Language, attempt: Attempt) => {
    const doc = compose(release, one, fontFiles, attempt);
    return doc.bufferedPageRange().count <= mostPages ? doc : undefined;
  };
  const smallest = scales.at(-1)!;
  for (const contents of contentsOf(release)) {
    const shown = (one: Language) => drawn[one].filter(({ name }) => contents(name));
    // What does not fit at the smallest scale need not be tried at the others.
    const fits = (one: Language) =>
      orders.some((order) => made(one, { shown: shown(one), scale: smallest, order }));
    if (!languages.every(fits)) continue;
    for (const scale of scales)
      for (const order of orders) {
        const doc = made(language, { shown: shown(language), scale, order });
        if (doc) return bytesOf(doc);
      }
  }
  // Long limits or many groups: a fifth page is better than a chart nobody can read.
  const shown = drawn[language].filter(({ name }) => contentsOf(release).at(-1)!(name));
  return bytesOf(compose(release, language, fontFiles, { shown, scale: scales[0]!, order: orders[0] }));
}

/** Which charts a brief may hold, the most first: means, findings and difficulty always; the public page has them all. */
function contentsOf(release: Release): ((name: string) => boolean)[] {
  const found = findingsIn(release).map(({ theme }) => `theme-${theme.code}`);
  const differences = release.themes.flatMap(({ code }) => [`mode-${code}`, `groups-${code}`]);
  const modes = differences.filter((name) => name.startsWith("mode-"));
  const extra = differences.filter((name) => name.startsWith("groups-"));
  const always = (name: string) =>
    found.includes(name) || modes.includes(name) || !/^(theme|items|groups|mode)-/.test(name);
  return [3, 2, 1, 0].map(
    (most) => (name) => always(name) || (extra.indexOf(name) + 1 > 0 && extra.indexOf(name) < most),
  );
}

interface Attempt {
  shown: BriefFigure[];
  scale: number;
  order: (typeof orders)[number];
}

function compose(
  release: Release,
  language: Language,
  fontFiles: FontFiles,
  { shown, scale, order }: Attempt,
): Pdf {
  const { brief, common } = messagesIn(language);
  const said = sentencesOf(release, language);
  const doc = newDocument({
    title: `${release.title[language]} – ${brief.kind}`,
    author: release.method.institution[language],
    subject: [said.release, said.date, ...(release.synthetic ? [common.synthetic] : [])].join(" · "),
    language,
    fontFiles,
    date: release.date,
  });
  const gap = language === "en" ? " " : "";
  const flow = new Flow(doc);
  openingOf(flow, release, language);
  for (const figure of shown.filter((one) => one.section === "themes")) place(flow, figure, scale);
  findingsOf(flow, language, said.findings);
  for (const section of order) {
    const some = shown.filter((one) => one.section === section);
    if (section === "groups" && some.length > 0) {
      // A heading alone at the foot of a page helps nobody.
      flow.need(90 + some[0]!.height(doc, { width: textWidth, scale, legend: true }));
      flow.text("H2", brief.sections.groups, heading);
      flow.text("P", `${said.groupsLead}${gap}${brief.notAssigned}`, { ...small, after: 10 });
    }
    for (const figure of some) place(flow, figure, scale);
  }
  methodOf(flow, release, language);
  footers(doc, release, language);
  return doc;
}

function openingOf(flow: Flow, release: Release, language: Language): void {
  const { brief } = messagesIn(language);
  const said = sentencesOf(release, language);
  flow.text("P", [brief.kind, said.release, said.date].join("  ·  "), {
    size: 9,
    bold: true,
    colour: ink.river,
    after: 8,
  });
  flow.text("H1", release.title[language], { size: 22, bold: true, after: 10, lineGap: 3 });
  flow.text("P", said.answer, { size: 11.5, after: 12, lineGap: 4.5 });
}

function findingsOf(
  flow: Flow,
  language: Language,
  findings: ReturnType<typeof sentencesOf>["findings"],
): void {
  if (findings.length === 0) return;
  const { brief } = messagesIn(language);
  flow.text("H2", findings.length === 3 ? brief.sections.findings : brief.sections.findingsFew, heading);
  findings.forEach((finding, index) => {
    flow.need(64);
    flow.text("H3", `${index + 1}  ${finding.headline}`, {
      size: 11.5,
      bold: true,
      colour: ink.river,
      after: 2,
    });
    const joined = [finding.score, ...finding.items].join(language === "en" ? " " : "");
    flow.text("P", joined, { ...body, after: 9 }, { x: paper.left + 15, width: textWidth - 15 });
  });
  flow.text("P", brief.findingsRule, { ...small, after: 10 });
}

/** A chart with its title, never parted from it. */
function place(flow: Flow, figure: BriefFigure, scale: number): void {
  const { doc } = flow;
  // One legend a page: five colours are explained once, above the first chart that uses them.
  const kind = figure.section === "theme" ? "points" : "interval";
  const size = (legend: boolean) => ({ width: textWidth, scale, legend });
  let legend = !flow.told.has(kind);
  if (flow.room < figure.height(doc, size(legend)) + 8) {
    flow.newPage();
    legend = true;
  }
  flow.told.add(kind);
  const height = figure.height(doc, size(legend));
  const top = flow.y;
  tagged(doc, "Figure", { alt: `${figure.title}. ${figure.description}` }, () =>
    figure.draw(doc, paper.left, top, size(legend)),
  );
  flow.y = top + height + 16;
}

function methodOf(flow: Flow, release: Release, language: Language): void {
  const { brief } = messagesIn(language);
  const said = sentencesOf(release, language);
  const { method } = release;
  const rows: [string, string][] = [
    [brief.method.asked, method.population[language]],
    [brief.method.recruited, method.recruitment[language]],
    [brief.method.when, said.range],
    [brief.method.answers, fill(brief.base, { n: countText(release.n) })],
    [brief.method.instrument, said.instrument],
    [brief.method.by, `${method.institution[language]}, ${method.lead[language]}, ${method.contact}`],
    [brief.method.ethics, method.ethics[language]],
  ];
  const labelWidth = language === "en" ? 122 : 76;
  const style = { size: 9.2 };
  const heights = rows.map(([, text]) => flow.heightOf(text, style, textWidth - labelWidth) + 4);
  flow.need(
    Math.min(
      heights.reduce((sum, one) => sum + one, 40),
      300,
    ),
  );
  flow.text("H2", brief.sections.method, heading);
  rows.forEach(([label, text], index) => {
    flow.need(heights[index]!);
    const top = flow.y;
    flow.text("P", label, { ...style, colour: ink.soft }, { width: labelWidth - 8 });
    flow.y = top;
    flow.text(
      "P",
      text,
      { ...style, after: 3 },
      { x: paper.left + labelWidth, width: textWidth - labelWidth },
    );
  });
  flow.y += 4;
  flow.text("P", `${brief.verdictRule} ${said.hiddenRule}`, { ...small, after: 12 });
  flow.need(70);
  flow.text("H2", brief.sections.limits, heading);
  for (const limit of said.limits) {
    const top = flow.y;
    artifact(flow.doc, () => flow.doc.circle(paper.left + 3, top + 7.5, 1.4).fill(ink.river));
    flow.text("LI", limit, { ...style, after: 3 }, { x: paper.left + 14, width: textWidth - 14 });
  }
}

/** On every page: the study, the release, its day and base; the page's number; the mark of synthetic data. */
function footers(doc: Pdf, release: Release, language: Language): void {
  const { brief, common } = messagesIn(language);
  const said = sentencesOf(release, language);
  const { count } = doc.bufferedPageRange();
  const base = fill(brief.base, { n: countText(release.n) });
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    // Text below the bottom margin would start a page of its own.
    doc.page.margins.bottom = 0;
    artifact(doc, () => {
      const y = paper.height - 42;
      const right = paper.width - paper.right;
      doc
        .moveTo(paper.left, y - 8)
        .lineTo(right, y - 8)
        .lineWidth(0.5)
        .stroke(ink.line);
      const put = (text: string, x: number, at: number, colour: string, bold = false) =>
        doc
          .font(bold ? fonts.bold : fonts.regular)
          .fontSize(8)
          .fillColor(colour)
          .text(text, x, at, { lineBreak: false });
      const numbering = fill(brief.page, { page: page + 1, pages: count });
      put([release.title[language], said.release, said.date, base].join("  ·  "), paper.left, y, ink.soft);
      const width = doc.widthOfString(numbering);
      put(numbering, right - width, y, ink.soft);
      if (release.synthetic) {
        doc.font(fonts.bold).fontSize(9);
        const mark = doc.widthOfString(common.synthetic);
        doc
          .roundedRect(right - mark - 14, 27, mark + 14, 18, 3)
          .lineWidth(0.8)
          .stroke(ink.amber);
        doc.fontSize(9);
        doc
          .font(fonts.bold)
          .fillColor(ink.amber)
          .text(common.synthetic, right - mark - 7, 30, { lineBreak: false });
      }
    });
  }
}
