import { closeDraft } from "#app/fieldwork/closing.ts";
import { codeHash, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import type { NewResponse } from "../queries/responses.server.ts";
import { smallInstrument } from "./small-survey.ts";

const nothing = closeDraft(smallInstrument(), { answers: {}, seed: 7, pageSeconds: {} });

/** What a phone sends through door `<study>-a` of a small study. @param words said by nobody else */
export const smallResponse = (study: string, id: string, words = id): NewResponse => ({
  id,
  studyId: study,
  waveId: study,
  collectorId: `${study}-a`,
  versionId: study,
  language: "zh-CN",
  receivedOn: "2026-11-22",
  late: false,
  receiptHash: codeHash(withdrawalCode(id)),
  closed: { ...nothing, answers: { Q1: 3, Q2: null }, words: { OPS01: words }, presented: ["Q1", "Q2"] },
});
