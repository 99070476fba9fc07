import type { Text } from "#app/locales/language.ts";
import type { Margins } from "#app/results/margins.ts";
import { colleges, type DemoDoor } from "./colleges.ts";

/** What else the demo's fieldwork has: an earlier wave, classes with a code each, and a list of invited people. */

const everywhere = {
  type: { sec: 0.2, hvc: 0.55, vbu: 0.23, oth: 0.02 },
  level: { elem: 0.3, inter: 0.5, adv: 0.15, dk: 0.05 },
  certificate: {
    "demo-ledger": 0.34,
    "demo-warehouse": 0.26,
    "demo-equipment": 0.24,
    "demo-companion": 0.16,
  },
  lean: { CUR: -0.05, EXM: -0.05, CAR: 0, SUP: -0.1 },
};

/** Half a year before the running wave: a smaller round with the same questionnaire. */
export const pilot = {
  name: { "zh-CN": "第一轮（试点）", en: "Wave 1 (pilot)" } satisfies Text,
  daysBefore: 190,
  days: 14,
  answers: 164,
  door: {
    slug: "demo-pilot",
    name: { "zh-CN": "试点链接", en: "Pilot link" },
    kind: "open",
    cohort: {},
    share: 1,
    expected: null,
    launch: 0,
    ...everywhere,
  } satisfies DemoDoor as DemoDoor,
};

function classDoor(
  slug: string,
  zh: string,
  en: string,
  size: number,
  certificate: "demo-ledger" | "demo-warehouse" | "demo-equipment",
): DemoDoor {
  const name = { "zh-CN": `${zh}（虚构）`, en: `${en} (invented)` };
  return {
    slug,
    name,
    kind: "class",
    cohort: { college: colleges.huiliu, class: name },
    share: 1,
    expected: size,
    launch: 15,
    type: { hvc: 1 },
    level: { elem: 0.15, inter: 0.7, adv: 0.12, dk: 0.03 },
    certificate: { [certificate]: 0.94, "demo-companion": 0.06 },
    lean: { CUR: 0.15, EXM: 0.05, CAR: 0.1, SUP: 0.1 },
  };
}

/** Classes with a code of their own; the last is so small that nothing about it alone may ever be shown. */
export const classes: { door: DemoDoor; answers: number }[] = [
  {
    door: classDoor("kjbd2442", "大数据与会计2401班", "Data and Accounting 2401", 44, "demo-ledger"),
    answers: 35,
  },
  {
    door: classDoor("kjbd2436", "大数据与会计2402班", "Data and Accounting 2402", 41, "demo-ledger"),
    answers: 28,
  },
  {
    door: classDoor("wbgr2539", "现代物流2501班", "Modern Logistics 2501", 38, "demo-warehouse"),
    answers: 14,
  },
  {
    door: classDoor("jxzb2578", "设备管理订单班", "Equipment contract class", 8, "demo-equipment"),
    answers: 5,
  },
];

/** A list: everybody gets a link of their own. */
export const list = {
  door: {
    slug: "yqbdn394",
    name: { "zh-CN": "受邀学生名单", en: "Invited students" },
    kind: "list",
    cohort: {},
    share: 1,
    expected: null,
    launch: 10,
    ...everywhere,
  } satisfies DemoDoor as DemoDoor,
  people: 64,
  answers: 27,
  refused: 2,
  optedOut: 1,
  /** Days before now on which the invitation went out. */
  sentDaysAgo: 9,
};

const surnames = "王李张刘陈杨赵黄周吴徐孙马朱胡郭";
const pinyin = "wang li zhang liu chen yang zhao huang zhou wu xu sun ma zhu hu guo".split(" ");
const given: [string, string][] = [
  ["晓", "xiao"],
  ["雨桐", "yutong"],
  ["子涵", "zihan"],
  ["欣怡", "xinyi"],
  ["浩然", "haoran"],
  ["思远", "siyuan"],
  ["佳宁", "jianing"],
  ["文博", "wenbo"],
];

/** An invented person; example.org takes no mail. */
export function inventedPerson(at: number): { name: string; email: string; language: "zh-CN" | "en" } {
  const surname = at % surnames.length;
  const [zh, latin] = given[Math.floor(at / 4) % given.length] as [string, string];
  return {
    name: `${surnames[surname]}${zh}`,
    email: `${latin}.${pinyin[surname]}${at + 1}@example.org`,
    language: at % 16 === 7 ? "en" : "zh-CN",
  };
}

export const letters = {
  invitation: {
    subject: { "zh-CN": "请您谈谈1+X证书（演示）", en: "Your view of the 1+X certificates (demo)" },
    body: {
      "zh-CN":
        "{name}，您好：\n\n您在学校里接触过1+X证书。{institution}想听听您的真实看法，填写约需{minutes}分钟。\n\n这是您一个人的链接，只能用一次：\n{link}\n\n回答是匿名的：我们只记录“这个链接用过了”，不会把答卷和您的邮箱连在一起。参加与否都没有关系。\n\n问卷开放到{closes}。有疑问请写信给{contact}。\n不想再收到这样的邮件：{unsubscribe}",
      en: "Dear {name},\n\nYou have come across the 1+X certificates at college. {institution} would like to hear what you really think; it takes about {minutes} minutes.\n\nThis link is yours alone and works once:\n{link}\n\nYour answers are anonymous: we note that the link was used and never join your answers to your address. Taking part is entirely up to you.\n\nThe survey is open until {closes}. Questions: {contact}.\nNo more mail like this: {unsubscribe}",
    },
  },
  reminder: {
    subject: {
      "zh-CN": "提醒：1+X证书调查还开放着（演示）",
      en: "Reminder: the 1+X survey is still open (demo)",
    },
    body: {
      "zh-CN":
        "{name}，您好：\n\n前几天给您寄过一份邀请。如果还没来得及填，问卷开放到{closes}，约{minutes}分钟：\n{link}\n\n如果已经填过，谢谢您，不用再理会这封信；为了匿名，我们只知道链接用没用过。\n\n{institution}，{contact}\n不想再收到：{unsubscribe}",
      en: "Dear {name},\n\nA few days ago we invited you to a survey. If you have not got round to it, it is open until {closes} and takes about {minutes} minutes:\n{link}\n\nIf you have answered already, thank you, and please ignore this letter; to keep answers anonymous we only know whether a link was used.\n\n{institution}, {contact}\nNo more mail: {unsubscribe}",
    },
  },
} satisfies Record<string, { subject: Text; body: Text }>;

/** People who offered to talk. Nothing says what they answered. */
export const volunteers = [
  { name: "小周", contact: "wechat: demo-xiaozhou", language: "zh-CN" },
  { name: "林同学", contact: "lin@example.org", language: "zh-CN" },
  { name: "M. Chen", contact: "mchen@example.org", language: "en" },
];

/** When students answer: in breaks, after lunch and in the evening. Weights by hour. */
export const hours = [1, 0, 0, 0, 0, 0, 1, 4, 9, 12, 14, 8, 16, 15, 11, 9, 8, 7, 9, 14, 19, 17, 10, 4];

/** What the sample of the running wave should look like, as an education bureau would say it. */
export const targets = {
  BG01: { sec: 30, hvc: 45, vbu: 20, aub: 3, ouc: 1, oth: 1 },
};

const bureau = "虚构教育局的模拟数据 / Synthetic figures of an invented education bureau";

/** What the demo takes as known of its population: invented like everything else in it. */
export const margins: Margins = {
  BG01: { unit: "percent", figures: targets.BG01, source: bureau, asOf: "2026" },
  BG04: { unit: "percent", figures: { no: 40, now: 20, done: 40 }, source: bureau, asOf: "2026" },
};

export const quota = {
  name: { "zh-CN": "中职学生最多 450 份", en: "At most 450 from secondary schools" } satisfies Text,
  cell: { BG01: "sec" },
  most: 450,
};
