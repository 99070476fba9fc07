import { sourceIn } from "#app/fieldwork/certificate-source.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language, languages } from "#app/locales/language.ts";
import type { Columns } from "#app/results/columns.ts";
import { type Margin, marginColumns, mostMargins } from "#app/results/margins.ts";
import { weighting } from "#app/results/weighted-view.ts";
import type { WeightsData } from "#app/ui/results/weights-exhibits.ts";
import type { MarginFormData } from "#app/ui/results/weights-form.tsx";
import { moment } from "#app/ui/studio/moment.ts";
import { listDecisions } from "#db/queries/decisions.server.ts";
import { getMargins, marginsSubject, setMargin } from "#db/queries/margins.server.ts";
import { listWaves } from "#db/queries/waves.server.ts";
import { columnsOf } from "./columns.server.ts";
import { connection, db } from "./db.server.ts";
import { badRequest } from "./errors.server.ts";
import type { Refused } from "./forms.server.ts";
import { readMarginForm } from "./margin-form.server.ts";
import type { ResultsRoom } from "./results-room.server.ts";
import type { Membership } from "./session.server.ts";
import { refuseForm } from "./wave-forms.server.ts";
import { decidedBy } from "./waves.server.ts";

/** The whole study weighted; nothing where the address selects a part of it. */
export async function readWeights({ study, asked, count }: ResultsRoom): Promise<WeightsData> {
  const margins = await getMargins(db(), study.id);
  const sources = Object.entries(margins).map(([code, { source, asOf }]) => ({ code, source, asOf }));
  if (Object.keys(asked.first).length > 0) return { sources, weighted: undefined };
  const weighted = await count(`weights ${JSON.stringify(margins)}`, (cut) => weighting(cut, margins), {});
  return { sources, weighted };
}

/** What the forms of a researcher start from: `?variable=` opens one, `?wave=` fills it with that wave's targets. */
export async function marginForms(
  { study, search, columns }: ResultsRoom,
  language: Language,
): Promise<MarginFormData> {
  const [margins, waves, decisions] = await Promise.all([
    getMargins(db(), study.id),
    listWaves(db(), study.id),
    listDecisions(db(), study.id, marginsSubject),
  ]);
  const known = marginColumns(columns);
  const chosen = search.get("variable") ?? "";
  const column = known.find(({ code }) => code === chosen);
  const wanted =
    column && waves.find(({ number }) => String(number) === search.get("wave"))?.targets[column.code];
  const margin = column && margins[column.code];
  const figures = wanted ?? margin?.figures ?? {};
  const targeted = waves.filter(({ targets }) => column && targets[column.code]);
  return {
    variables: known.map(({ code, short }) => ({ code, name: short, set: Object.hasOwn(margins, code) })),
    inUse: Object.keys(margins).map((code) => ({ code, name: nameOf(columns, code) })),
    most: mostMargins,
    full: Object.keys(margins).length >= mostMargins,
    gone: !column && Object.hasOwn(margins, chosen) ? nameOf(columns, chosen) : undefined,
    waves: targeted.map(({ number, name }) => ({ number, name })),
    variable: column && {
      code: column.code,
      name: column.short,
      set: margin !== undefined,
      unit: wanted ? "percent" : (margin?.unit ?? "people"),
      source: margin?.source ?? "",
      asOf: margin?.asOf ?? "",
      taken: wanted && waves.find(({ targets }) => targets[column.code] === wanted)?.name,
      categories: column.categories.map(({ code, label }) => ({
        ...{ code, label, figure: figures[code] },
        joined: margin?.joined?.[code] ?? "",
      })),
    },
    history: decisions.slice(0, mostDecisions).map(({ id, decidedAt, by, reason }) => ({
      id,
      by,
      when: moment(language, study.timeZone, decidedAt),
      what: sourceIn(reason, language),
    })),
  };
}
const mostDecisions = 50;

const nameOf = (columns: Columns, code: string) =>
  columns.byCode.get(code)?.short ?? { "zh-CN": code, en: code };

/**
 * Sets or removes what is known along one variable, as the form says, and writes the decision down.
 * @returns the form with what was wrong, or undefined when done
 * @throws 400 for a variable that nothing can be known of
 */
export async function changeMargin(
  member: Membership,
  chosen: string | null,
  form: FormData,
): Promise<Refused | undefined> {
  const { study } = member;
  const [found, margins] = await Promise.all([columnsOf(study), getMargins(db(), study.id)]);
  const column = found && marginColumns(found.columns).find(({ code }) => code === chosen);
  const isKnown = chosen !== null && Object.hasOwn(margins, chosen);
  const save = async (variable: string, margin: Margin | undefined, reason: string) => {
    await connection().commit((trx) => setMargin(trx, { ...decidedBy(member, reason), variable, margin }));
    return undefined;
  };
  // What the questionnaire no longer asks can still be removed.
  if (form.get("intent") === "remove" && isKnown)
    return save(
      chosen,
      undefined,
      inLanguages((language) =>
        fill(messagesIn(language).weights.reasons.removed, {
          name: column?.short[language] ?? chosen,
        }),
      ),
    );
  if (!column) throw badRequest();
  if (!isKnown && Object.keys(margins).length >= mostMargins) return refuseForm(form, { form: "tooMany" });
  const read = readMarginForm(form, column.categories);
  if (!read.ok) return read.refused;
  const { data } = read;
  return save(
    column.code,
    data,
    inLanguages((language) => {
      const { reasons, form: words } = messagesIn(language).weights;
      const figures = column.categories.flatMap(({ code, label }) => {
        if (!Object.hasOwn(data.figures, code)) return [];
        const n = fill(words.units1[data.unit], { n: data.figures[code]! });
        return [fill(reasons.figure, { label: label[language], n })];
      });
      const nameIn = (wanted: string) =>
        column.categories.find(({ code }) => code === wanted)?.label[language] ?? wanted;
      const joins = Object.entries(data.joined ?? {}).map(([code, other]) =>
        fill(reasons.joined, { label: nameIn(code), other: nameIn(other) }),
      );
      return fill(reasons.set, {
        name: column.short[language],
        figures: [...figures, ...joins].join(reasons.join),
        source: data.source,
        asOf: data.asOf,
      });
    }),
  );
}

/** The same in every language, a line each; `sourceIn` reads it. */
const inLanguages = (say: (language: Language) => string): string => languages.map(say).join("\n");
