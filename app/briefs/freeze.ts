import { missingLabels } from "#app/exports/value-labels.ts";
import type { Instrument } from "#app/instrument/definition.ts";
import type { StudyMethod } from "#app/instrument/study-method.ts";
import type { Text } from "#app/locales/language.ts";
import type { Disclosure } from "#app/results/policy.ts";
import type { Gated, GroupTable, View } from "#app/results/view.ts";
import { namesCollege } from "./group-variables.ts";
import { PUBLIC_K, type Release, release } from "./release.ts";

export interface ReleaseFacts {
  number: number;
  /** Day of the release in the study's time zone, YYYY-MM-DD. */
  date: string;
  title: Text;
  synthetic: boolean;
  method: StudyMethod;
  instrument: Instrument;
  /** Newest instrument version among the responses. */
  version: number;
  /** First and last day on which a counted response came in. */
  firstDay: string;
  lastDay: string;
  /** Variables that groups were formed by, stated before looking. */
  groupedBy: { code: string; text: Text; short?: Text }[];
  /** The profile that the view and the tables were made under. */
  disclosure?: Disclosure;
  /** Whether tables that name colleges, classes or other links were asked for. */
  byCollege?: boolean;
}

/**
 * The frozen content of a release. Takes only what passed the gate at the public threshold, and keeps of it only what
 * the release's format names.
 * @returns undefined when fewer than the public threshold have answered: there is nothing to publish
 */
export function freeze(
  facts: ReleaseFacts,
  view: Gated<View>,
  groups: Gated<GroupTable>[],
): Release | undefined {
  if (!view.base.shown || view.base.n < PUBLIC_K) return undefined;
  const { institution, lead, contact, ethics, population, recruitment, limits } = facts.method;
  const { code, title, status } = facts.instrument;
  return release.parse({
    format: 1,
    number: facts.number,
    date: facts.date,
    synthetic: facts.synthetic,
    title: facts.title,
    n: view.base.n,
    k: PUBLIC_K,
    disclosure: facts.disclosure ?? "standard",
    method: {
      ...{ institution, lead, contact, ethics, population, recruitment, limits },
      firstDay: facts.firstDay,
      lastDay: facts.lastDay,
      instrument: { code, title, version: facts.version, status },
    },
    scale: scaleOf(facts.instrument),
    themes: view.themes,
    unscored: view.unscored,
    // Waves are the fieldwork's own affair: releases look as they did before there were several.
    variables: view.variables.filter(
      ({ code }) => code !== "wave" && (facts.byCollege || !namesCollege(code)),
    ),
    groupedBy: facts.groupedBy,
    // A table in which a single group is left compares nothing.
    groups: groups.filter((table) => table.rows.filter((row) => row.result.shown).length > 1),
    heldBack: [],
  } satisfies { [Key in keyof Release]: unknown });
}

/**
 * The five points under the charts of statements. An instrument without such a scale has no such charts; the format wants
 * words all the same.
 */
function scaleOf({ scales }: ReleaseFacts["instrument"]) {
  const five = Object.values(scales).find(({ kind, points }) => kind === "agreement" && points.length === 5);
  return {
    points: five?.points.map(({ label }) => label) ?? Array.from({ length: 5 }, (_, at) => numbered(at + 1)),
    notApplicable: five?.notApplicable ?? missingLabels.notApplicable,
  };
}

const numbered = (point: number) => ({ "zh-CN": String(point), en: String(point) });
