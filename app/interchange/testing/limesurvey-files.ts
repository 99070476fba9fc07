import { type Field, limeQuestions, type Question } from "./limesurvey-asked.ts";

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
