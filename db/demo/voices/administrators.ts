import type { Voice } from "./kinds.ts";

/** Administrators: much seems in order from where they sit, money and staff apart. */
export const administrators: Voice = {
  template: "oneplusx-college",
  wave: { number: 4, name: { "zh-CN": "学校问卷（第一轮）", en: "Colleges, wave 1" } },
  doors: [
    {
      slug: "demo-xuexiao",
      name: { "zh-CN": "学校管理人员链接", en: "Link for administrators" },
      ...{ kind: "open", cohort: {}, expected: null, answers: 60 },
      type: { sec: 0.3, hvc: 0.46, vbu: 0.12, aub: 0.09, ouc: 0.03 },
    },
  ],
  stopped: { about: 4, views: 5, words: 5 },
  facts: (door, draw) => ({
    BG01: draw.weighted(door.type ?? { hvc: 1 }),
    LBG01: Number(draw.weighted({ "2019": 0.36, "2020": 0.33, "2021": 0.19, "2022": 0.12 })),
    LBG02: draw.weighted({ "1to3": 0.26, "4to9": 0.47, "10up": 0.27 }),
    LBG03: draw.weighted({ leader: 0.2, affairs: 0.42, dept: 0.32, oth: 0.06 }),
  }),
  statements: {
    COL01: { mean: 4.15 },
    COL02: { mean: 4.05 },
    COL03: { mean: 3.4 },
    COL04: { mean: 3.65 },
    COL05: { mean: 3.35 },
    COL06: { mean: 3.8 },
    COL07: { mean: 2.2, loading: 0.35 },
    COL08: { mean: 3.55 },
    COL09: { mean: 3.3, loading: 0.4 },
  },
  words: {
    OPL01: {
      "zh-CN": [
        "经费。考核费用谁出一直不明确，学校垫付压力大。",
        "证书太多太散，一个专业对应好几种，教务排课很难统一。",
        "师资。有培训资格的老师少，走一个就断档。",
        "与评价组织沟通，换了对接人之后很多事要从头说起。",
      ],
      en: ["Funding: nobody has settled who pays for the assessments."],
    },
    OPL02: {
      "zh-CN": [
        "先保住已经融入课程的部分，认定工作准备与当地人社部门对接。",
        "还在等具体办法，目前按原计划开课，认定暂停。",
        "打算申请成为认定机构，师资和场地正在核对标准。",
      ],
      en: ["We keep what is already in the courses and wait for the rules on assessment."],
    },
  },
};
