import type { Generated } from "kysely";

/**
 * One interface per table, the same on both databases: text ids, ISO-8601 UTC text times, 0 | 1 booleans, JSON as text.
 * Nothing in `responses` says who or exactly when; nothing anywhere joins an account, an invitation or a draft to it.
 */
type Bool = 0 | 1;

/** A piece of research: the unit that people have roles in and that releases belong to. */
export interface StudyTable {
  id: string;
  slug: string;
  /** JSON Text. */
  title: string;
  time_zone: string;
  /** 1 marks invented data on every screen and file. */
  synthetic: Bool;
  /** Fewest respondents behind anything staff see (5 or more); the public threshold is fixed in the gate. */
  staff_k: number;
  /** JSON StudyMethod: who asks, contact, ethics, population, limits. */
  method: string;
  /** Day (YYYY-MM-DD) until which answers are kept and can be withdrawn. */
  keep_until: string;
  created_at: string;
}
export interface AccountTable {
  id: string;
  email: string;
  name: string;
  password_hash: string;
  failures: Generated<number>;
  /** No sign-in is tried before this time; grows with each failure. */
  locked_until: string | null;
  created_at: string;
}
export interface MemberTable {
  study_id: string;
  account_id: string;
  role: "researcher" | "reader";
}
export interface SessionTable {
  /** Keyed hash of the cookie's token: a copy of the database opens no session. */
  token_hash: string;
  account_id: string;
  created_at: string;
  expires_at: string;
}
export interface InstrumentTable {
  id: string;
  study_id: string;
  code: string;
}
/** Never updated or deleted: responses point at it. */
export interface InstrumentVersionTable {
  id: string;
  instrument_id: string;
  number: number;
  /** JSON Instrument. */
  definition: string;
  created_at: string;
}
export interface WaveTable {
  id: string;
  study_id: string;
  version_id: string;
  number: number;
  /** JSON Text. */
  name: string;
  opens_at: string;
  closes_at: string;
  /** Minutes after closing in which pages already open may still be sent; such answers are marked late. */
  grace_minutes: number;
  paused: Bool;
}
/** A door: one link through which a group of people comes. */
export interface CollectorTable {
  id: string;
  wave_id: string;
  slug: string;
  /** JSON Text. */
  name: string;
  /** JSON Record<variable, Text>: what is known of everyone who comes through this door (college, class, …). */
  cohort: string;
  expected_size: number | null;
  /** The door closes kindly when this many have answered. */
  max_responses: number | null;
}
/** Answers on their way, wiped when they become a response. */
export interface DraftTable {
  /** One-way name of the phone's secret. */
  key_hash: string;
  collector_id: string;
  version_id: string;
  language: string;
  seed: number;
  /** JSON Answers. */
  answers: string;
  /** Code of the furthest page reached. */
  page: string;
  /** JSON Record<page, seconds>. */
  page_seconds: string;
  /** Day after which it is forgotten. */
  expires_on: string;
}
/** Where people stopped, counted when their draft expires. */
export interface BreakOffTable {
  collector_id: string;
  page: string;
  people: number;
}
export interface ResponseTable {
  /** Made on the phone; the idempotency key. Random, so it tells nothing of arrival. */
  id: string;
  study_id: string;
  wave_id: string;
  collector_id: string;
  version_id: string;
  language: string;
  /** The day, in the study's time zone, and nothing finer. */
  received_on: string;
  late: Bool;
  /** JSON Answers without words: scale, choices, year, certificate, ticks. */
  answers: string;
  /** JSON Record<item, string>: open answers, and certificates the catalogue does not know. */
  words: string;
  /** JSON string[]: item codes in the order they were presented. */
  presented: string;
  /** JSON Record<page, seconds>. */
  page_seconds: string;
  /** Hash of the withdrawal code. */
  receipt_hash: string;
  excluded: Generated<Bool>;
}
/** A withdrawn response's id, so that a late replay cannot bring it back. */
export interface WithdrawalTable {
  response_id: string;
  study_id: string;
  withdrawn_on: string;
}
/** Who changed what, and why: append-only. */
export interface DecisionTable {
  id: string;
  study_id: string;
  account_id: string;
  decided_at: string;
  action: "exclude" | "include" | "release";
  subject: string;
  reason: string;
}
/** A frozen, numbered set of aggregates that passed the gate. */
export interface ReleaseTable {
  id: string;
  study_id: string;
  number: number;
  released_at: string;
  account_id: string;
  /** Responses counted in it: the next one needs at least k more. */
  responses: number;
  /** JSON Release content. */
  content: string;
}
/** Files of a release, made once. */
export interface ReleaseFileTable {
  release_id: string;
  name: string;
  media_type: string;
  bytes: Buffer;
}
/** Historical register of certificates; the product never says whether one is valid today. */
export interface CertificateTable {
  code: string;
  name_zh: string;
  name_en: string;
  issuer_zh: string;
  issuer_en: string;
  /** JSON ("elem" | "inter" | "adv")[]. */
  levels: string;
  batch: string | null;
  /** JSON string[]: codes of major categories. */
  majors: string;
  source: string;
  as_of: string;
  synthetic: Bool;
}

export interface Database {
  studies: StudyTable;
  accounts: AccountTable;
  members: MemberTable;
  sessions: SessionTable;
  instruments: InstrumentTable;
  instrument_versions: InstrumentVersionTable;
  waves: WaveTable;
  collectors: CollectorTable;
  drafts: DraftTable;
  break_offs: BreakOffTable;
  responses: ResponseTable;
  withdrawals: WithdrawalTable;
  decisions: DecisionTable;
  releases: ReleaseTable;
  release_files: ReleaseFileTable;
  certificates: CertificateTable;
}
