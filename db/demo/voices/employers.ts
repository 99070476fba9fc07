import type { Voice } from "./kinds.ts";

/** Employers: few know the certificates well, and those who hired a holder think better of them. */
export const employers: Voice = {
  template: "oneplusx-employer",
  wave: { number: 5, name: { "zh-CN": "用人单位问卷（第一轮）", en: "Employers, wave 1" } },
  doors: [
    {
      slug: "demo-danwei",
      name: { "zh-CN": "用人单位链接", en: "Link for employers" },
      ...{ kind: "open", cohort: {}, expected: null, answers: 80 },
    },
  ],
  stopped: { about: 9, views: 12, words: 8 },
  facts: (_door, draw) => ({
    MBG01: draw.weighted({
      ...{ agri: 0.03, manu: 0.24, cons: 0.07, ict: 0.14, trade: 0.14 },
      ...{ fin: 0.1, log: 0.16, health: 0.09, oth: 0.03 },
    }),
    MBG02: draw.weighted({ large: 0.18, medium: 0.31, small: 0.37, micro: 0.14 }),
    MBG03: draw.weighted({ yes: 0.44, no: 0.34, dk: 0.22 }),
    MBG04: draw.weighted({ yes: 0.23, no: 0.77 }),
  }),
  statements: {
    EMP01: { mean: 2.85 },
    EMP02: { mean: 2.75 },
    EMP03: { mean: 3.2, unknown: 0.18 },
    EMP04: { mean: 2.95, unknown: 0.2 },
    EMP05: { mean: 2.9, unknown: 0.18 },
    EMP06: { mean: 3.15, unknown: 0.16 },
    EMP07: { mean: 2.5, loading: 0.35, unknown: 0.16 },
    EMP08: { mean: 3.35 },
    EMP09: { mean: 2.35 },
  },
  // Nobody can compare holders with others who has hired none.
  unsure: ({ MBG03 }) => (MBG03 === "yes" ? 0.4 : 1.7),
  words: {
    OPM01: {
      "zh-CN": [
        "行业里大家都认的证书才看，比如会计师那一类；1+X的名字太多，分不清。",
        "更看重能不能直接上手，面试时让做一单就知道了。",
        "如果证书里写清楚会做哪些岗位任务，我们会参考。",
        "特种作业一类有准入要求的证书必须有，其他的作参考。",
      ],
      en: ["One our whole industry recognises. There are too many of these to tell apart."],
    },
    OPM02: {
      "zh-CN": [
        "前两周有差别，持证的流程熟；一个月之后看个人。",
        "没看出差别，都要重新培训。",
        "持证的对软件界面熟悉，少教一遍，但遇到例外情况一样不会。",
      ],
      en: [
        "In the first weeks those with a certificate know the procedure. After a month it depends on the person.",
      ],
    },
  },
};
