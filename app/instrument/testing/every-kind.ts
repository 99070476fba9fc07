import { type Definition, instrumentDefinition } from "../definition.ts";

const t = (chinese: string, english: string) => ({ "zh-CN": chinese, en: english });
const option = (code: string, chinese: string, english: string) => ({ code, label: t(chinese, english) });
const base = (code: string, chinese: string, english: string) => ({
  code,
  rev: 1,
  text: t(chinese, english),
});

/** Three strokes that meet in one: a real picture, 64 × 32. */
export const smallPicture = {
  name: "9a6767eb99d2476d2212d7df3afc16d91e4a543f3c131177f36e41c9f48bcbb3",
  media_type: "image/png",
  width: 64,
  height: 32,
  bytes: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAEAAAAAgCAYAAACinX6EAAAABHNCSVQICAgIfAhkiAAAAAFzUkdCAK7OHOkAAAKLSURBVGiB7Zhfb9JQGMafA93ALcA0OiBhWZj0FO+MiRqN8mefwu+wG6/01s+xxFuvZhY/gKGY6QVm0RgMtCUDJbBsWP64oQs6jxeIEkfHlrWcsu131TTvaZ/zJH37vIeUmw2GM4yDtwDenBvAWwBvHGtaAfnNLd46uOH8GAg9WU6vYWX9PYq1LwCAoM8LwenkrW0kkOmlhwf+ApOCgNsLYSQkEYtRiuCMj4+6EUAeLD9laUXD1709w6LI7BUkoxQxKuJmeH6kAq2GlJsN9osxrJfKkBUVaUVFYbtmuMDrduMejSAhUcRoBDNTF0Yq2GzIoCC02WzhZU5BSlHxtlhC5+f+4MWE4PpcCHFJRFKikIL+UWg2lYEG9PO908HrwgZkRUNa0VDb2TGsDfh8iNMIElGKO1fDcE9MWKHZVIYa8D/ZShVyXoOsqMhWqoZ1vUaalEQkbdxIj21AP3q7DTmvIpVX8aawgW+djmGt6J9FjIpISBQ35kNwOuyRwU5kQD8/9veRKZYgKyrknIZyo2FYa6dGSh49X7VkGqzvtvFJr6Oo66g2WoZ1jAHeKTc8LheIFUKGMDAIWcnfl7HuFSE8tv0PYRQvYQwAYd3dE4CAAJw33kNYWoxb8mB9t43Peh0lXUe12ertfCAetxvTrkk4OHwEXJtgnIqISyLXJniiT+A0/AaPbUC2UkVa0ZDKHy0I2X2iHGpANwoX/wxKh0dhv8+LBBURlyjuRsYjCg804CwNQwIA9I/Dr1QN2ta24QI7NTAzEB6vrCKVU490IHJfFHFr4XQdiAgv3n04cHNcGpgZCHOXLqJcb4xlAzMD8iyTYZc9HlwLBnhr4YJpSXBcsUcc48i5AbwF8OY3fZ8mtbIAbPIAAAAASUVORK5CYII=",
    "base64",
  ),
};

/**
 * A survey with every kind of question, and with everything a definition can say of them: a matrix of each sort, a
 * shuffled block, words beside an option, choices that exclude others, options and questions that depend on answers.
 */
export const everyKind = (): Definition =>
  instrumentDefinition.parse({
    format: 1,
    code: "every-kind",
    respondent: "student",
    title: t("各种题型", "Every kind of question"),
    invitation: t("每种题型各有一题。", "One question of every kind."),
    minutes: { from: 3, to: 6 },
    status: t("仅供测试。", "For tests only."),
    scales: {
      agree: {
        kind: "agreement",
        points: [
          {
            value: 1,
            label: t("非常不同意", "Strongly disagree"),
            short: t("非常\u200b不同意", "Strongly disagree"),
          },
          { value: 2, label: t("不同意", "Disagree") },
          { value: 3, label: t("一般", "Neutral") },
          { value: 4, label: t("同意", "Agree") },
          { value: 5, label: t("非常同意", "Strongly agree"), short: t("非常\u200b同意", "Strongly agree") },
        ],
        notApplicable: t("不适用", "Not applicable"),
        notApplicableShort: t("不适用", "N/A"),
      },
    },
    consent: {
      letter: [t("谁在问，为什么问。", "Who asks and why.")],
      ticks: [{ kind: "consent", ...base("CON01", "我同意参加", "I agree to take part"), required: true }],
    },
    pages: [
      { code: "choices", title: t("选择", "Choices"), items: choices() },
      { code: "numbers", title: t("数和日期", "Numbers and dates"), items: numbers() },
      { code: "points", title: t("打分", "Ratings"), items: points() },
      { code: "parts", title: t("排序和分配", "Ranking and dividing"), items: parts() },
      { code: "rows", title: t("成组的题", "Questions in groups"), items: rows() },
    ],
    themes: [{ code: "TH1", title: t("教学", "Teaching") }],
    scoring: [
      {
        code: "SCORE",
        title: t("课程", "Courses"),
        meaning: t("更认可课程", "more content with courses"),
        items: ["SCA01", "SCA02"],
        minValid: 1,
      },
    ],
  });

const choices = () => [
  {
    kind: "single",
    ...base("SIN01", "您在哪一年级？", "Which year are you in?"),
    required: true,
    background: true,
    options: [
      option("first", "一年级", "First"),
      option("second", "二年级", "Second"),
      { ...option("other", "其他", "Other"), other: true },
    ],
  },
  {
    kind: "multiple",
    ...base("MUL01", "您为什么考证？", "Why do you take the certificate?"),
    help: t("按您自己的情况选。", "Choose what is true for you."),
    min: 2,
    max: 3,
    options: [
      option("job", "找工作", "To find a job"),
      option("skill", "学技能", "To learn a skill"),
      option("must", "学校要求", "The school asks for it"),
      {
        ...option("third", "升学加分", "For a higher school"),
        showIf: { item: "SIN01", in: ["second", "other"] },
      },
      { ...option("else", "其他原因", "Another reason"), other: true },
      { ...option("none", "没有原因", "No reason"), exclusive: true },
    ],
  },
  {
    kind: "check",
    ...base("CHE01", "这一题请选“第二项”。", "Please choose “the second” here."),
    options: [option("one", "第一项", "The first"), option("two", "第二项", "The second")],
    expect: "two",
  },
  { kind: "catalogue", ...base("CAT01", "您考的是哪个证书？", "Which certificate is it?") },
  {
    kind: "section",
    ...base("SEC01", "下面换一个话题", "Now to something else"),
    body: [
      t("这里只是一段说明，不用回答。", "These are just words; nothing to answer."),
      t("第二段说明。", "A second paragraph."),
    ],
  },
  {
    kind: "image",
    ...base("IMG01", "三条溪流汇成一条河", "Three streams that join"),
    file: smallPicture.name,
    width: smallPicture.width,
    height: smallPicture.height,
    alt: t("三条线汇成一条线", "Three strokes that meet in one"),
  },
  { kind: "text", ...base("TEX01", "还有什么想说的？", "Anything else?"), maxLength: 200 },
];

const numbers = () => [
  {
    kind: "number",
    ...base("NUM01", "您每周上机练习多少小时？", "How many hours a week do you practise?"),
    ...{ min: 0, max: 60, decimals: 1, unit: t("小时", "hours") },
    bands: [
      { ...option("few", "不到 5 小时", "Under 5 hours"), below: 5 },
      { ...option("some", "5–20 小时", "5 to 20 hours"), from: 5, below: 20 },
      { ...option("many", "20 小时以上", "20 hours or more"), from: 20 },
    ],
  },
  {
    kind: "year",
    ...base("YEA01", "您哪一年入学？", "In which year did you begin?"),
    min: 2018,
    max: "current",
  },
  {
    kind: "date",
    ...base("DAT01", "您哪个月参加考试？", "In which month was the exam?"),
    min: "2019-09",
    max: "current",
  },
  {
    kind: "date",
    ...base("DAT02", "您哪一天拿到证书？", "On which day did you get it?"),
    precision: "day",
    min: "2019-09",
    max: "2026-06",
  },
  { kind: "short", ...base("SHO01", "您的专业叫什么？", "What is your major called?"), maxLength: 30 },
  {
    kind: "short",
    ...base("SHO02", "学校的邮编是多少？", "What is the school’s postcode?"),
    format: "postcode",
  },
  { kind: "short", ...base("SHO03", "您几点去机房？", "When do you go to the lab?"), format: "time" },
];

const points = () => [
  {
    kind: "scale",
    ...base("SCA01", "课程对考证有帮助。", "The courses help with the certificate."),
    scale: "agree",
    allowNA: true,
    theme: "TH1",
  },
  {
    kind: "scale",
    ...base("SCA02", "教材跟不上岗位的变化。", "The books lag behind the jobs."),
    scale: "agree",
    reverse: true,
    theme: "TH1",
  },
  {
    kind: "differential",
    ...base("DIF01", "对我来说，考证是", "To me, the certificate is"),
    left: t("没用的", "useless"),
    right: t("有用的", "useful"),
  },
  {
    kind: "nps",
    ...base("NPS01", "您会向学弟学妹推荐这个证书吗？", "Would you recommend this certificate?"),
    low: t("完全不会", "Not at all"),
    high: t("一定会", "Certainly"),
  },
  {
    kind: "slider",
    ...base("SLI01", "您有多大把握通过考试？", "How sure are you to pass?"),
    steps: [
      { value: 0, label: t("没有把握", "Not sure") },
      ...[10, 20, 30, 40].map((value) => ({ value })),
      { value: 50, label: t("一半一半", "Half and half") },
      ...[60, 70, 80, 90].map((value) => ({ value })),
      { value: 100, label: t("很有把握", "Quite sure") },
    ],
  },
];

const parts = () => [
  {
    kind: "ranking",
    ...base("RAN01", "考证时什么最要紧？请排出前三位。", "What matters most? Give the first three places."),
    max: 3,
    options: [
      option("teacher", "老师", "Teachers"),
      option("lab", "实训条件", "Labs"),
      option("book", "教材", "Books"),
      option("fee", "费用", "The fee"),
      {
        ...option("senior", "升学", "Going on to study"),
        showIf: { item: "SIN01", in: ["second", "other"] },
      },
    ],
  },
  {
    kind: "sum",
    ...base("SUM01", "如果有 100 分，您怎么分给这几样？", "How would you divide 100 points among these?"),
    total: 100,
    unit: t("分", "points"),
    options: [
      option("theory", "理论课", "Theory"),
      option("practice", "实训课", "Practice"),
      option("work", "企业实习", "Work in a company"),
    ],
  },
];

const rows = () => [
  {
    kind: "matrix",
    ...base("MAT", "这些情况多久有一次？", "How often do these happen?"),
    help: t("按这个学期的情况选。", "Think of this term."),
    rows: [
      base("MAT01", "老师示范操作", "The teacher shows how"),
      base("MAT02", "分组练习", "We practise in groups"),
      {
        ...base("MAT03", "企业师傅来上课", "Somebody from a company teaches"),
        showIf: { item: "SIN01", in: ["second", "other"] },
      },
    ],
    options: [
      option("often", "经常", "Often"),
      option("seldom", "偶尔", "Seldom"),
      option("never", "没有", "Never"),
    ],
  },
  {
    kind: "matrix",
    ...base("MAS", "这些地方有哪些设备？", "What is there in these places?"),
    several: true,
    max: 2,
    rows: [base("MAS01", "实训室", "The lab"), base("MAS02", "图书馆", "The library")],
    options: [
      option("pc", "电脑", "Computers"),
      option("net", "网络", "Network"),
      option("tool", "工具", "Tools"),
    ],
  },
  {
    kind: "block",
    code: "BLK",
    title: t("最后几句话", "A few last statements"),
    intro: t("顺序因人而异。", "Their order differs from person to person."),
    shuffle: true,
    items: [
      {
        kind: "single",
        ...base("BLK01", "您会再考一个证吗？", "Would you take another one?"),
        options: [option("yes", "会", "Yes"), { ...option("maybe", "看情况", "It depends"), other: true }],
      },
      { kind: "short", ...base("BLK02", "用一个词形容考证", "One word for it") },
      {
        kind: "number",
        ...base("BLK03", "您花了多少钱？", "What did it cost you?"),
        min: 0,
        unit: t("元", "yuan"),
      },
      {
        kind: "single",
        ...base("BLK04", "下次考什么？", "Which one next?"),
        showIf: { item: "BLK01", in: ["yes"] },
        options: [option("same", "同一个", "The same"), option("next", "高一级的", "A higher one")],
      },
    ],
  },
];
