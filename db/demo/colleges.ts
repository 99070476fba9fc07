import type { DoorKind } from "#app/fieldwork/door.ts";
import type { Text } from "#app/locales/language.ts";

/** A door of the demo and the invented people behind it. Weights need not sum to anything. */
export interface DemoDoor {
  slug: string;
  name: Text;
  kind: DoorKind;
  /** What is known of everybody who comes through it. */
  cohort: Record<string, Text>;
  share: number;
  /** People the link was sent to, where that is known. */
  expected: number | null;
  /** Day of the wave on which most of them were asked. */
  launch: number;
  type: Record<string, number>;
  level: Record<string, number>;
  certificate: Record<string, number>;
  /** How far its students differ from the others, in standard deviations of each attitude. */
  lean: { CUR: number; EXM: number; CAR: number; SUP: number };
}

/** Invented, all of them, and their names say so wherever they are printed. */
export const colleges = {
  huiliu: {
    "zh-CN": "汇流职业技术学院（虚构）",
    en: "Huiliu Vocational and Technical College (invented)",
  },
  lanting: {
    "zh-CN": "澜汀职业技术大学（虚构）",
    en: "Lanting Vocational University of Technology (invented)",
  },
  qingdu: {
    "zh-CN": "青渡中等职业学校（虚构）",
    en: "Qingdu Secondary Vocational School (invented)",
  },
};

/** The doors of the demo’s running wave: one for each college, and a link for everybody. */
export const demoDoors: DemoDoor[] = [
  {
    slug: "demo-huiliu",
    name: colleges.huiliu,
    kind: "class",
    cohort: { college: colleges.huiliu },
    share: 0.41,
    expected: 760,
    launch: 0,
    type: { hvc: 0.97, oth: 0.01, ouc: 0.02 },
    level: { elem: 0.2, inter: 0.62, adv: 0.13, dk: 0.05 },
    certificate: {
      "demo-ledger": 0.5,
      "demo-warehouse": 0.3,
      "demo-equipment": 0.14,
      "demo-companion": 0.06,
    },
    lean: { CUR: 0.12, EXM: 0.02, CAR: 0.1, SUP: 0.1 },
  },
  {
    slug: "demo-lanting",
    name: colleges.lanting,
    kind: "class",
    cohort: { college: colleges.lanting },
    share: 0.33,
    expected: 640,
    launch: 3,
    type: { vbu: 0.93, hvc: 0.05, aub: 0.02 },
    level: { elem: 0.06, inter: 0.54, adv: 0.37, dk: 0.03 },
    certificate: {
      "demo-ledger": 0.22,
      "demo-warehouse": 0.2,
      "demo-equipment": 0.48,
      "demo-companion": 0.1,
    },
    lean: { CUR: -0.1, EXM: -0.15, CAR: 0.05, SUP: 0.05 },
  },
  {
    slug: "demo-qingdu",
    name: colleges.qingdu,
    kind: "class",
    cohort: { college: colleges.qingdu },
    share: 0.24,
    expected: 480,
    launch: 6,
    type: { sec: 0.98, oth: 0.02 },
    level: { elem: 0.74, inter: 0.2, adv: 0.01, dk: 0.05 },
    certificate: {
      "demo-ledger": 0.2,
      "demo-warehouse": 0.24,
      "demo-equipment": 0.12,
      "demo-companion": 0.44,
    },
    lean: { CUR: 0.05, EXM: 0.15, CAR: -0.25, SUP: -0.25 },
  },
  {
    // Enough answers from the start that a visitor's own never stands alone in a group.
    slug: "demo",
    name: { "zh-CN": "公开链接", en: "Open link" },
    kind: "open",
    cohort: {},
    share: 0.02,
    expected: null,
    launch: 1,
    type: { sec: 0.15, hvc: 0.5, vbu: 0.15, aub: 0.12, ouc: 0.05, oth: 0.03 },
    level: { elem: 0.3, inter: 0.5, adv: 0.15, dk: 0.05 },
    certificate: { "demo-ledger": 0.3, "demo-warehouse": 0.3, "demo-equipment": 0.2, "demo-companion": 0.2 },
    lean: { CUR: 0, EXM: 0, CAR: 0, SUP: 0 },
  },
];
