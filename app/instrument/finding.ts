import type { DraftPlace } from "./draft-change.ts";

/** What the checker can find, and whether it stands in the way of opening. Hints never do. */
export const severities = {
  // Codes
  "code-twice": "error",
  "page-twice": "error",
  "theme-twice": "error",
  "scoring-twice": "error",
  "option-twice": "error",
  "value-twice": "error",
  reserved: "error",
  "several-others": "error",
  // References and routing
  "unknown-item": "error",
  "asked-later": "error",
  "has-no-answer": "error",
  "never-an-answer": "error",
  "has-no-order": "error",
  "compares-nothing": "error",
  "na-compares": "hint",
  "unknown-language": "hint",
  "tick-routed": "hint",
  "no-theme": "error",
  // Texts
  "missing-text": "error",
  "pipe-unknown": "error",
  "pipe-later": "error",
  "pipe-without-answer": "error",
  "pipe-not-here": "error",
  "pipe-same-page": "hint",
  // Settings of items
  "no-scale": "error",
  "no-picture": "error",
  "expect-unknown": "error",
  "least-above-most": "error",
  "more-than-offered": "error",
  "no-number-between": "error",
  "format-too-long": "error",
  "bands-overlap": "error",
  "band-empty": "error",
  "bands-gap": "hint",
  "exclusive-alone": "hint",
  "nothing-to-require": "error",
  "na-unlabelled": "hint",
  "bipolar-reversed": "hint",
  "no-required-tick": "error",
  "minutes-turned": "error",
  "asks-identity": "hint",
  // Scales scored together
  "scored-unknown": "error",
  "scored-no-scale-item": "error",
  "scored-twice": "error",
  "scored-lengths": "error",
  "scored-bipolar": "error",
  "scored-check": "error",
  "scored-all-reversed": "hint",
  "min-valid": "error",
  // Ways through
  "unreachable-page": "error",
  "unreachable-block": "error",
  "unreachable-item": "error",
  "unreachable-option": "error",
  "dead-end": "error",
  "nothing-offered": "hint",
  "nothing-asked": "error",
  "not-proved": "hint",
  // Wording
  "double-negative": "hint",
  "double-barrelled": "hint",
  leading: "hint",
  "long-statement": "hint",
} as const;
export type FindingCode = keyof typeof severities;
export type Severity = "error" | "hint";

/** One thing the checker says of a definition: what, where, and the codes and numbers its sentence names. */
export interface Finding {
  code: FindingCode;
  severity: Severity;
  place: DraftPlace;
  details: Record<string, string | number>;
}

export const finding = (code: FindingCode, place: DraftPlace, details: Finding["details"] = {}): Finding => ({
  code,
  severity: severities[code],
  place,
  details,
});
