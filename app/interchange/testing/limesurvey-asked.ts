export type Field = string | number;

/** A question as an author thinks of it; the tables it becomes are made of it. */
export interface Question {
  qid: number;
  gid: number;
  type: string;
  title: string;
  zh: string;
  en: string;
  more?: Record<string, Field>;
  help?: string;
  parts?: [string, string, string, Record<string, Field>?][];
  answers?: [string, string, string, Record<string, Field>?][];
  attributes?: Record<string, Field>;
}

const agreement: Question["answers"] = [
  ["A1", "非常不同意", "Strongly disagree"],
  ["A2", "不同意", "Disagree"],
  ["A3", "一般", "Neutral"],
  ["A4", "同意", "Agree"],
  ["A5", "非常同意", "Strongly agree"],
];

/** Everything that is asked, as an author thinks of it. */
export const limeQuestions: Question[] = [
  {
    qid: 11,
    gid: 1,
    type: "X",
    title: "intro",
    zh: "<p>请先看说明。</p>",
    en: "<p>Please read <b>this</b> first.</p>",
  },
  {
    qid: 12,
    gid: 1,
    type: "L",
    title: "role",
    zh: "身份",
    en: "Your role<script>evil()</script>",
    more: { mandatory: "Y", other: "Y" },
    answers: [
      ["A1", "学生", "Student"],
      ["A2", "教师", "Teacher", { assessment_value: 3 }],
    ],
    attributes: { random_order: 1, other_replace_text: "" },
  },
  {
    qid: 13,
    gid: 1,
    type: "!",
    title: "Year_1",
    zh: "年级",
    en: "Year",
    help: "As of {TODAY}",
    more: { relevance: '((role.NAOK == "A1"))' },
    answers: [
      ["1", "一", "1st"],
      ["2", "二", "2nd"],
      ["3", "三", "3rd"],
    ],
  },
  {
    qid: 14,
    gid: 1,
    type: "M",
    title: "tools",
    zh: "用过什么",
    en: "Tools used",
    more: { other: "Y" },
    parts: [
      ["SQ001", "电脑", "Computer"],
      ["SQ002", "手机", "Phone", { relevance: "Year_1.NAOK > 1" }],
    ],
    attributes: { max_answers: 2, min_answers: 1 },
  },
  {
    qid: 15,
    gid: 1,
    type: "T",
    title: "why",
    zh: "为什么",
    en: "Why, {role.shown}?",
    more: { relevance: 'tools_SQ001.NAOK == "Y" and !is_empty(role.NAOK)', mandatory: "S" },
    attributes: { maximum_chars: 400 },
  },
  {
    qid: 16,
    gid: 1,
    type: "S",
    title: "mail",
    zh: "邮箱",
    en: "Mail",
    more: { relevance: "count(tools_SQ001.NAOK, tools_SQ002.NAOK) > 1", preg: "/@/" },
  },
  {
    qid: 21,
    gid: 2,
    type: "F",
    title: "views",
    zh: "您是否同意",
    en: "Do you agree",
    more: { mandatory: "Y" },
    parts: [
      ["a", "讲得清楚", "It was clear"],
      ["b", "有用", "It was useful", { relevance: 'views_a.NAOK != "A1"' }],
    ],
    answers: agreement,
  },
  {
    qid: 22,
    gid: 2,
    type: "F",
    title: "place",
    zh: "在哪里",
    en: "Where do you",
    parts: [
      ["r", "读书", "read"],
      ["w", "写作", "write"],
    ],
    answers: [
      ["h", "家", "home"],
      ["c", "学校", "school"],
    ],
  },
  { qid: 23, gid: 2, type: "A", title: "five", zh: "打分", en: "Rate", parts: [["x", "甲", "X"]] },
  { qid: 24, gid: 2, type: "B", title: "ten", zh: "打分", en: "Rate", parts: [["x", "甲", "X"]] },
  { qid: 25, gid: 2, type: "C", title: "yun", zh: "是否", en: "Whether", parts: [["x", "甲", "X"]] },
  { qid: 26, gid: 2, type: "E", title: "isd", zh: "增减", en: "More or less", parts: [["x", "甲", "X"]] },
  {
    qid: 27,
    gid: 2,
    type: "1",
    title: "dual",
    zh: "双重",
    en: "Dual",
    parts: [["x", "甲", "X"]],
    answers: [
      ["l", "低", "low"],
      ["h", "高", "high"],
      ["n", "无", "none", { scale_id: 1 }],
      ["m", "多", "many", { scale_id: 1 }],
    ],
  },
  { qid: 28, gid: 2, type: "5", title: "stars", zh: "总体", en: "Overall" },
  {
    qid: 29,
    gid: 2,
    type: "Y",
    title: "again",
    zh: "再来？",
    en: "Again?",
    attributes: { cssclass: "big", statistics_showgraph: 1, hidden: 1 },
  },
  { qid: 30, gid: 2, type: "G", title: "sex", zh: "性别", en: "Gender" },
  {
    qid: 31,
    gid: 2,
    type: "N",
    title: "born",
    zh: "出生年",
    en: "Born",
    attributes: { min_num_value_n: 1950, max_num_value_n: 2010 },
  },
  { qid: 32, gid: 2, type: "N", title: "hours", zh: "小时", en: "Hours", attributes: { min_num_value_n: 0 } },
  { qid: 33, gid: 2, type: "K", title: "nums", zh: "各几个", en: "How many", parts: [["x", "甲", "X"]] },
  { qid: 34, gid: 2, type: "Q", title: "names", zh: "名称", en: "Names", parts: [["x", "甲", "X"]] },
  {
    qid: 35,
    gid: 2,
    type: "R",
    title: "rank",
    zh: "排序",
    en: "Rank",
    answers: [
      ["a", "甲", "A"],
      ["b", "乙", "B"],
    ],
  },
  { qid: 36, gid: 2, type: "I", title: "lang", zh: "语言", en: "Language" },
  { qid: 37, gid: 2, type: "*", title: "calc", zh: "{1+1}", en: "{sum(hours)}" },
  { qid: 38, gid: 2, type: "|", title: "upload", zh: "上传", en: "Upload" },
  { qid: 39, gid: 2, type: ":", title: "grid", zh: "数字", en: "Numbers", parts: [["x", "甲", "X"]] },
  {
    qid: 40,
    gid: 2,
    type: "P",
    title: "comm",
    zh: "选并说明",
    en: "Pick and say",
    parts: [
      ["x", "甲", "X"],
      ["y", "乙", "Y"],
    ],
  },
  { qid: 41, gid: 2, type: "D", title: "when", zh: "何时", en: "When" },
  {
    qid: 42,
    gid: 2,
    type: "U",
    title: "essay",
    zh: "详述",
    en: "At length",
    more: { relevance: '12345X1X12 == "-oth-" or Q29.NAOK == "Y"' },
  },
];
