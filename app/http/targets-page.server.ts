import { inEveryLanguage } from "#app/fieldwork/wave-reason.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Text } from "#app/locales/language.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { listStudyDoors } from "#db/queries/study-doors.server.ts";
import type { Wave } from "#db/queries/waves.server.ts";
import { setWave } from "#db/queries/waves.server.ts";
import { connection, db } from "./db.server.ts";
import { badRequest } from "./errors.server.ts";
import type { Refused } from "./forms.server.ts";
import { backgroundOf } from "./quotas-page.server.ts";
import type { Membership } from "./session.server.ts";
import { readTargetForm } from "./wave-forms.server.ts";
import { decidedBy } from "./waves.server.ts";

/** What a sample can be set beside: a question or a cohort variable, under the codes results know them by. */
export interface TargetVariable {
  code: string;
  name: Text;
  categories: { code: string; label: Text }[];
}

/** Background questions of a wave, then what its doors are told apart by. */
export async function targetVariables(study: Pick<MemberStudy, "id">, wave: Wave): Promise<TargetVariable[]> {
  const [items, doors] = await Promise.all([
    backgroundOf(wave),
    listStudyDoors(db(), study.id, { waveId: wave.id }),
  ]);
  const cohorts = new Map<string, Map<string, Text>>();
  for (const { cohort } of doors)
    for (const [variable, value] of Object.entries(cohort))
      cohorts.set(variable, (cohorts.get(variable) ?? new Map()).set(value.en, value));
  return [
    ...items.map(({ code, text, short, options }) => ({ code, name: short ?? text, categories: options })),
    ...[...cohorts]
      // One class in a hundred has no share worth aiming at.
      .filter(([, values]) => values.size > 1 && values.size <= 60)
      .map(([variable, values]) => ({
        code: `cohort.${variable}`,
        name: cohortName(variable),
        categories: [...values].map(([code, label]) => ({ code, label })),
      })),
  ];
}

function cohortName(variable: string): Text {
  const name = (language: keyof Text) => {
    const { variables } = messagesIn(language).waves.doorForm;
    return Object.hasOwn(variables, variable) ? variables[variable as keyof typeof variables] : variable;
  };
  return { "zh-CN": name("zh-CN"), en: name("en") };
}

/** The targets of a wave in words, and the variable whose form is open. */
export async function targetsPage(study: Pick<MemberStudy, "id">, wave: Wave, chosen: string | null) {
  const variables = await targetVariables(study, wave);
  const variable = variables.find(({ code }) => code === chosen);
  return {
    variables: variables.map(({ code, name }) => ({ code, name })),
    set: targetsInWords(wave, variables),
    variable: variable && {
      ...variable,
      categories: variable.categories.map((one) => ({
        ...one,
        share: wave.targets[variable.code]?.[one.code],
      })),
    },
  };
}

/** Targets with the names of variables and categories; what is gone from questionnaire and doors keeps its code. */
export const targetsInWords = (wave: Wave, variables: readonly TargetVariable[]) =>
  Object.entries(wave.targets).map(([code, shares]) => {
    const variable = variables.find((one) => one.code === code);
    return {
      code,
      name: variable?.name ?? { "zh-CN": code, en: code },
      known: variable !== undefined,
      shares: Object.entries(shares).map(([category, share]) => ({
        code: category,
        label: variable?.categories.find((one) => one.code === category)?.label ?? {
          "zh-CN": category,
          en: category,
        },
        share,
      })),
    };
  });

/**
 * Sets or drops the target of one variable, and writes the decision down.
 * @returns the form with what was wrong, or undefined when done
 * @throws 400 for a variable the wave does not know
 */
export async function changeTarget(
  member: Membership,
  wave: Wave,
  chosen: string | null,
  form: FormData,
): Promise<Refused | undefined> {
  const variable = (await targetVariables(member.study, wave)).find(({ code }) => code === chosen);
  if (!variable) throw badRequest();
  const read = readTargetForm(
    form,
    variable.categories.map(({ code }) => code),
  );
  if (!read.ok) return read.refused;
  const isEmpty = Object.keys(read.data).length === 0;
  const { [variable.code]: _, ...others } = wave.targets;
  const targets = isEmpty ? others : { ...others, [variable.code]: read.data };
  const reason = inEveryLanguage((words, language) =>
    fill(isEmpty ? words.noTargets : words.targets, { name: variable.name[language] }),
  );
  await connection().commit((trx) => setWave(trx, decidedBy(member, reason), wave.id, { targets }));
  return undefined;
}
