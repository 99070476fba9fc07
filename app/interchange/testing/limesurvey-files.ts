type Field = string | number;
type Rows = Record<string, Field>[];

const cell = (name: string, value: Field) =>
  value === "" ? `<${name}/>` : `<${name}><![CDATA[${value}]]></${name}>`;
const table = (name: string, rows: Rows) =>
  ` <${name}>\n  <fields>${Object.keys(rows[0] ?? {})
    .map((field) => `<fieldname>${field}</fieldname>`)
    .join("")}</fields>\n  <rows>\n${rows
    .map(
      (row) =>
        `   <row>\n${Object.entries(row)
          .map(([key, value]) => `    ${cell(key, value)}\n`)
          .join("")}   </row>\n`,
    )
    .join("")}  </rows>\n </${name}>\n`;

/** A file as LimeSurvey writes it: tables in the order of their names. */
export const limeFile = (type: string, languages: string[], tables: Record<string, Rows>, version = 623) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<document>\n <LimeSurveyDocType>${type}</LimeSurveyDocType>\n <DBVersion>${version}</DBVersion>\n <languages>\n${languages
    .map((one) => `  <language>${one}</language>\n`)
    .join("")} </languages>\n${Object.entries(tables)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, rows]) => table(name, rows))
    .join("")}</document>\n`;

interface Question {
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

const sid = 12345;
const base = (one: Question, order: number) => ({
  qid: one.qid,
  parent_qid: 0,
  sid,
  gid: one.gid,
  type: one.type,
  title: one.title,
  preg: "",
  other: "N",
  mandatory: "N",
  question_order: order,
  scale_id: 0,
  same_default: 0,
  relevance: "1",
  ...one.more,
});
const parts = limeQuestions.flatMap((one) =>
  (one.parts ?? []).map(([title, zh, en, more], at) => ({
    row: {
      qid: one.qid * 100 + at,
      parent_qid: one.qid,
      sid,
      gid: one.gid,
      type: "T",
      title,
      question_order: at,
      scale_id: 0,
      relevance: "1",
      ...more,
    },
    zh,
    en,
  })),
);
const answers = limeQuestions.flatMap((one) =>
  (one.answers ?? []).map(([code, zh, en, more], at) => ({
    row: {
      aid: one.qid * 100 + at,
      qid: one.qid,
      code,
      sortorder: at,
      assessment_value: 0,
      scale_id: 0,
      ...more,
    },
    zh,
    en,
  })),
);
const both = <T>(all: T[], make: (one: T, language: "zh-Hans" | "en") => Record<string, Field>): Rows =>
  all.flatMap((one) => [make(one, "en"), make(one, "zh-Hans")]);
const attributes = limeQuestions.flatMap((one) =>
  Object.entries(one.attributes ?? {}).map(([attribute, value]) => ({
    qid: one.qid,
    attribute,
    value,
    language: "",
  })),
);
const settings: Rows = [
  {
    surveyls_survey_id: sid,
    surveyls_language: "en",
    surveyls_title: "Course <em>survey</em>",
    surveyls_description: "About the course",
    surveyls_welcometext: "<p>Welcome</p>",
    surveyls_endtext: "Bye",
  },
  {
    surveyls_survey_id: sid,
    surveyls_language: "zh-Hans",
    surveyls_title: "课程调查",
    surveyls_description: "关于课程",
    surveyls_welcometext: "欢迎",
    surveyls_endtext: "",
  },
];
// Rows come as the database has them, not as they are shown.
const shuffled = <T>(all: T[]) => [...all].reverse();

/** A survey of LimeSurvey 6: texts in tables of their own. */
export const limeSix = limeFile("Survey", ["zh-Hans", "en", "fr"], {
  groups: [
    { gid: 2, sid, group_order: 2, randomization_group: "blocks", grelevance: 'role.NAOK == "A1"' },
    { gid: 1, sid, group_order: 1, randomization_group: "", grelevance: "" },
  ],
  group_l10ns: both(
    [
      [1, "关于您", "About you", "几个问题"],
      [2, "课程", "The course", ""],
    ] as const,
    ([gid, zh, en, about], language) => ({
      id: gid,
      gid,
      group_name: language === "en" ? en : zh,
      description: language === "en" ? "" : about,
      language,
    }),
  ),
  questions: shuffled(limeQuestions.map(base)),
  subquestions: shuffled(parts.map(({ row }) => row)),
  question_l10ns: [
    ...both(limeQuestions, (one, language) => ({
      qid: one.qid,
      question: language === "en" ? one.en : one.zh,
      help: language === "en" ? (one.help ?? "") : "",
      language,
      script: "",
    })),
    ...both(parts, ({ row, zh, en }, language) => ({
      qid: row.qid,
      question: language === "en" ? en : zh,
      help: "",
      language,
      script: "",
    })),
  ],
  answers: answers.map(({ row }) => row),
  answer_l10ns: both(answers, ({ row, zh, en }, language) => ({
    aid: row.aid,
    answer: language === "en" ? en : zh,
    language,
  })),
  question_attributes: attributes,
  defaultvalues: [{ dvid: 1, qid: 12, scale_id: 0, sqid: 0, defaultvalue: "A1" }],
  assessments: [{ id: 1, sid, name: "High", minimum: 3 }],
  quota: [{ id: 1, sid, name: "Full" }],
  surveys: [{ sid, language: "zh-Hans", additional_languages: "en fr", format: "G", anonymized: "Y" }],
  surveys_languagesettings: settings,
});

/** The same of version 2: one row for each language, and parts among the questions' own table of conditions. */
export const limeTwo = limeFile(
  "Survey",
  ["zh-Hans", "en"],
  {
    groups: both(
      [
        [1, "关于您", "About you"],
        [2, "课程", "The course"],
      ] as const,
      ([gid, zh, en], language) => ({
        gid,
        sid,
        group_name: language === "en" ? en : zh,
        group_order: gid,
        description: "",
        language,
        randomization_group: "",
        grelevance: "",
      }),
    ),
    questions: both(
      limeQuestions.map((one, at) => ({ one, at })),
      ({ one, at }, language) => ({
        ...base(one, at),
        question: language === "en" ? one.en : one.zh,
        help: "",
        language,
        ...(one.qid === 13 ? { relevance: "1" } : {}),
      }),
    ),
    subquestions: both(parts, ({ row, zh, en }, language) => ({
      ...row,
      question: language === "en" ? en : zh,
      language,
    })),
    answers: both(answers, ({ row: { aid: _aid, ...row }, zh, en }, language) => ({
      ...row,
      answer: language === "en" ? en : zh,
      language,
    })),
    conditions: [
      { cid: 1, qid: 13, cqid: 12, cfieldname: `${sid}X1X12`, method: "==", value: "A1", scenario: 1 },
      { cid: 2, qid: 13, cqid: 12, cfieldname: `${sid}X1X12`, method: "==", value: "A2", scenario: 1 },
    ],
    question_attributes: attributes,
    surveys: [{ sid, language: "en", additional_languages: "zh-Hans" }],
    surveys_languagesettings: settings,
  },
  184,
);

/** One question on its own, in French only. */
export const limeQuestion = limeFile("Question", ["fr"], {
  questions: [
    {
      qid: 7,
      parent_qid: 0,
      sid,
      gid: 1,
      type: "L",
      title: "couleur",
      other: "N",
      mandatory: "N",
      question_order: 1,
      relevance: "1",
    },
  ],
  question_l10ns: [{ qid: 7, question: "Quelle couleur ?", help: "", language: "fr" }],
  answers: [
    { aid: 1, qid: 7, code: "r", sortorder: 1, scale_id: 0 },
    { aid: 2, qid: 7, code: "b", sortorder: 2, scale_id: 0 },
  ],
  answer_l10ns: [
    { aid: 1, answer: "rouge", language: "fr" },
    { aid: 2, answer: "bleu", language: "fr" },
  ],
});
