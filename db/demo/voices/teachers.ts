import { colleges, demoDoors } from "../colleges.ts";
import type { Voice } from "./kinds.ts";

const door = (
  college: keyof typeof colleges,
  answers: number,
  expected: number,
  lean: number,
  type: Record<string, number>,
) => ({
  slug: `demo-js-${college}`,
  name: colleges[college],
  kind: "class" as const,
  cohort: { college: colleges[college] },
  ...{ answers, expected, lean, type },
});

/** Surer of their teaching than their students are, and stricter in what they say of invigilation. */
export const teachers: Voice = {
  template: "oneplusx-teacher",
  wave: { number: 3, name: { "zh-CN": "教师问卷（第一轮）", en: "Teachers, wave 1" } },
  doors: [
    door("huiliu", 58, 96, 0.15, { hvc: 1 }),
    door("lanting", 47, 82, -0.1, { vbu: 1 }),
    door("qingdu", 35, 61, 0, { sec: 1 }),
  ],
  stopped: { about: 5, views: 14, words: 6 },
  facts: (door, draw) => {
    const certificates = demoDoors.find((one) => one.cohort.college === door.cohort.college)?.certificate;
    const held = draw.weighted({ yes: 0.44, lapsed: 0.3, no: 0.26 });
    return {
      BG01: draw.weighted(door.type ?? { hvc: 1 }),
      TBG01: draw.weighted({ u5: 0.18, "5to9": 0.27, "10to19": 0.36, "20up": 0.19 }),
      TBG02: draw.weighted({ none: 0.38, "1to2": 0.37, "3up": 0.25 }),
      TBG03: draw.weighted({ yes: 0.62, no: 0.38 }),
      TBG04: draw.weighted(certificates ?? { "demo-ledger": 1 }),
      TBG05: held,
    };
  },
  statements: {
    TCH01: { mean: 3.95 },
    TCH02: { mean: 4.2, loading: 0.5 },
    TCH03: { mean: 3.85 },
    TCH04: { mean: 2.35, loading: 0.45 },
    TCH05: { mean: 3.1 },
    TCH06: { mean: 3.15, loading: 0.5 },
    TCH07: { mean: 2.85 },
    TCH08: { mean: 3.2 },
    TCH09: { mean: 2.3, loading: 0.35, unknown: 0.14 },
    TCH10: { mean: 4.05, loading: 0.5, unknown: 0.08 },
  },
  // Who never held the qualification cannot say how soon it expires.
  unsure: ({ TBG05 }) => (TBG05 === "no" ? 2.2 : 0.6),
  words: {
    OPT01: {
      "zh-CN": [
        "课时不够。证书内容加进来了，原来的课一节没减，希望学校先把课时算清楚。",
        "最需要的是下企业实践的机会，书本上的流程企业里早就换了。",
        "设备老了，考核平台上有的模块我们实训室根本做不了。",
        "培训师资格两年就过期，重新考一次要自己垫钱，希望能统一安排。",
        "希望有现成的案例库，现在每位老师都在各自找材料，重复劳动。",
        "工作量认定。带考证班算不算教学工作量，学校到现在没有说法。",
      ],
      en: [
        "Time. The certificate came on top of the old syllabus and nothing was taken out.",
        "Placements in companies for teachers, not only for students.",
      ],
    },
    OPT02: {
      "zh-CN": [
        "拿企业真实单据来做的那几周，学生最投入；考前三周刷题库，考完就忘。",
        "把考核标准拆进平时的项目里是有效的，单独开考证班就是应付。",
        "操作部分有用，理论题背答案没有用。",
        "有些评价组织的题库多年不变，学生背下来就能过，老师也没有办法。",
      ],
      en: ["Working on real cases is what stays. Drilling the question bank before the exam does not."],
    },
  },
};
