import type { Generated } from "kysely";
import type { DoorKind } from "#app/fieldwork/door.ts";
import type { Disclosure } from "#app/results/policy.ts";

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
  /** JSON: thresholds of the quality indices that differ from the usual ones. */
  quality: Generated<string>;
  /** JSON Margins: what is known of the population, for weighting; {} while nothing is. */
  margins: Generated<string>;
  /** How closely numbers may be told, on every page and in every release made from now on. */
  disclosure: Generated<Disclosure>;
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
  /** JSON JudgedDifference[]: how it differs from the version before, and what was decided about it. */
  differences: Generated<string>;
}
/** Every state a draft has been in: append-only, the highest number is the draft. */
export interface InstrumentDraftTable {
  instrument_id: string;
  /** From 1. Two who save over the same state cannot both have the next number. */
  number: number;
  /** JSON Definition, gzipped. */
  definition: Buffer;
  /** JSON DraftChange: what made this state of the one before. */
  change: string;
  account_id: string;
  saved_at: string;
}
/** Blocks of questions that a team keeps for other instruments. */
export interface SavedBlockTable {
  id: string;
  study_id: string;
  /** JSON Text. */
  name: string;
  /** JSON: the elements with the scales and themes they need. */
  content: string;
  account_id: string;
  saved_at: string;
}
/** Pictures in questions, made anew from what was uploaded; named by the hash of their bytes. */
export interface PictureTable {
  name: string;
  study_id: string;
  media_type: string;
  width: number;
  height: number;
  bytes: Buffer;
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
  /** JSON Record<variable, Record<category, percent>>: what the sample should look like. */
  targets: Generated<string>;
  /** JSON: what its answers were imported from; null where they were given here. */
  imported: string | null;
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
  /** An open link; a code for one class or college; or a list of people with a link each. */
  kind: Generated<DoorKind>;
  /** Closed by hand, whatever its wave does. */
  closed: Generated<Bool>;
  /** Lists: the day (YYYY-MM-DD) after which names and addresses are erased. */
  addresses_until: string | null;
}
/** How many answers of one kind a wave takes: a cell of the background, through one door or through all. */
export interface QuotaTable {
  id: string;
  wave_id: string;
  collector_id: string | null;
  /** JSON Text. */
  name: string;
  /** JSON Record<item, option>: all of them must hold; {} is everybody. */
  cell: string;
  most: number;
  /** Counted in the transaction that records or withdraws a response. */
  taken: Generated<number>;
}
/** Answers of a whole wave by hour of the day: no day, no door, so that it narrows nobody down. */
export interface ArrivalTable {
  wave_id: string;
  /** 0–23 in the study's time zone. */
  hour: number;
  people: number;
}
/** Somebody on a list. Nothing here says what they answered, and nothing there says who they are. */
export interface InvitationTable {
  id: string;
  collector_id: string;
  /** Null once erased. */
  email: string | null;
  name: string | null;
  /** JSON Record<string, string>: further columns of the roster, for letters. */
  fields: Generated<string>;
  language: string;
  /** One-way name of the phone's secret that used it (`invitationName`): no other stored name can be led back to it. */
  spent_by: string | null;
  opted_out: Generated<Bool>;
  /** What the mail server said when it refused the address for good. */
  undeliverable: string | null;
}
/** Links that stand for an invitation: every letter carries one of its own. Only their hashes are kept. */
export interface InvitationLinkTable {
  token_hash: string;
  invitation_id: string;
}
/** One letter to many: the invitation, or a reminder. */
export interface MailingTable {
  id: string;
  collector_id: string;
  kind: "invitation" | "reminder";
  /** JSON Text, with {merge} fields. */
  subject: string;
  /** JSON Text, with {merge} fields. */
  body: string;
  account_id: string;
  created_at: string;
}
/** One letter to one person: the queue. */
export interface MailMessageTable {
  id: string;
  mailing_id: string;
  invitation_id: string;
  /**
   * queued → sending → sent | queued again after a passing failure | failed | refused (the address is wrong) ;
   * unsure: the server stopped between handing it over and hearing back, so it is not sent again by itself ;
   * cancelled: answered, opted out or erased before its turn.
   */
  state: "queued" | "sending" | "sent" | "failed" | "refused" | "unsure" | "cancelled";
  attempts: Generated<number>;
  /** ISO time before which it is not tried. */
  next_at: string | null;
  claimed_at: string | null;
  problem: string | null;
  /** YYYY-MM-DD */
  sent_on: string | null;
}
/** Addresses that want no more mail of a study; kept as keyed hashes, also after the addresses are erased. */
export interface OptOutTable {
  study_id: string;
  address_hash: string;
}
/** People who offered to be interviewed. Joined to nothing, in the order of random keys. */
export interface VolunteerTable {
  id: string;
  study_id: string;
  name: string;
  contact: string;
  language: string;
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
  /** JSON Signal[]: what was odd about how pages were sent. */
  signals: Generated<string>;
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
  /** JSON QualityIndices, computed when it was closed; "" where that was before they existed. */
  quality: Generated<string>;
}
/** A withdrawn response's id, so that a late replay cannot bring it back. */
export interface WithdrawalTable {
  response_id: string;
  study_id: string;
  withdrawn_on: string;
  /** The door it had come through, so that a door's numbers add up. */
  collector_id: string | null;
}
/** Who changed what, and why: append-only. */
export interface DecisionTable {
  id: string;
  study_id: string;
  account_id: string;
  decided_at: string;
  action:
    | "exclude"
    | "include"
    | "release"
    | "wave"
    | "door"
    | "quota"
    | "mail"
    | "erase"
    | "thresholds"
    | "margins"
    | "disclosure"
    | "instrument"
    | "import"
    | "study";
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
  instrument_drafts: InstrumentDraftTable;
  saved_blocks: SavedBlockTable;
  pictures: PictureTable;
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
  quotas: QuotaTable;
  arrivals: ArrivalTable;
  invitations: InvitationTable;
  invitation_links: InvitationLinkTable;
  mailings: MailingTable;
  mail_messages: MailMessageTable;
  opt_outs: OptOutTable;
  volunteers: VolunteerTable;
}
