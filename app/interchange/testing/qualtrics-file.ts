const choices = (...labels: (string | object)[]) =>
  Object.fromEntries(
    labels.map((one, at) => [String(at + 1), typeof one === "string" ? { Display: one } : one]),
  );
const displays = (...labels: string[]) => choices(...labels);
const valid = (ForceResponse: string, more: object = {}) => ({
  Settings: { ForceResponse, ForceResponseType: "ON", Type: "None", ...more },
});
const term = (locator: string, Operator: string, more: object = {}) => ({
  LogicType: "Question",
  QuestionID: locator.split("/")[2],
  QuestionIsInLoop: "no",
  ChoiceLocator: locator,
  LeftOperand: locator,
  Operator,
  Type: "Expression",
  Description: `<span class="ConjDesc">If</span> <span class="LeftOpDesc">${locator}</span> <span class="OpDesc">${Operator}</span>`,
  ...more,
});
const logic = (...terms: object[]) => ({
  "0": { ...terms, Type: "If" },
  Type: "BooleanExpression",
  inPage: false,
});

interface Asked {
  id: string;
  type: string;
  selector: string;
  text: string;
  zh?: string;
  more?: object;
  zhMore?: object;
}

const agree = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];
const stimme = ["非常不同意", "不同意", "一般", "同意", "非常同意"];

/** Everything that is asked, binned or forgotten. */
export const qualtricsQuestions: Asked[] = [
  {
    id: "QID1",
    type: "DB",
    selector: "TB",
    text: "<div><strong>Welcome</strong> to the survey.</div>",
    zh: "欢迎",
  },
  {
    id: "QID2",
    type: "MC",
    selector: "SAVR",
    text: "Who are&nbsp;you?<br>",
    zh: "您是谁？",
    more: {
      SubSelector: "TX",
      Choices: choices("Student", "Teacher", { Display: "Other:", TextEntry: "true" }),
      ChoiceOrder: ["2", "1", "3"],
      RecodeValues: { "1": "10", "2": "20", "3": "99" },
      Validation: valid("ON"),
      Randomization: { Type: "All", Advanced: null },
    },
    zhMore: { Choices: displays("学生", "教师", "其他：") },
  },
  {
    id: "QID3",
    type: "MC",
    selector: "MAVR",
    text: `Which, \${q://QID2/ChoiceGroup/SelectedChoices}?`,
    more: {
      SubSelector: "TX",
      Choices: choices("Labs", "Talks", {
        Display: "None",
        ExclusiveAnswer: true,
        DisplayLogic: logic(term("q://QID2/SelectableChoice/1", "Selected")),
      }),
      ChoiceOrder: [1, 2, 3],
      Validation: valid("OFF", { MinChoices: "1", MaxChoices: "2", Type: "MaxChoices" }),
      DisplayLogic: logic(
        term("q://QID2/SelectableChoice/1", "Selected"),
        term("q://QID2/SelectableChoice/2", "Selected", { Conjuction: "Or" }),
      ),
    },
  },
  {
    id: "QID4",
    type: "Matrix",
    selector: "Likert",
    text: "How far do you agree?",
    zh: "您是否同意？",
    more: {
      SubSelector: "SingleAnswer",
      Choices: choices("It was clear.", "It was useful."),
      ChoiceOrder: ["1", "2"],
      Answers: choices(...agree),
      AnswerOrder: ["1", "2", "3", "4", "5"],
      RecodeValues: { "1": "1", "2": "2", "3": "3", "4": "4", "5": "5" },
      ChoiceDataExportTags: { "1": "clear", "2": "useful" },
      Validation: valid("RequestResponse"),
      Randomization: { Type: "All" },
    },
    zhMore: { Choices: displays("讲得清楚。", "有用。"), Answers: displays(...stimme) },
  },
  {
    id: "QID5",
    type: "Matrix",
    selector: "Likert",
    text: "Which of these",
    more: {
      SubSelector: "MultipleAnswer",
      Choices: choices("at home", "at work"),
      Answers: choices("Phone", "Laptop"),
      ChoiceDataExportTags: false,
    },
  },
  {
    id: "QID6",
    type: "TE",
    selector: "ML",
    text: "Why?",
    more: {
      Validation: valid("OFF", { Type: "ContentType", ContentType: "ValidEmail" }),
      QuestionJS: "Qualtrics.SurveyEngine.addOnload(function(){});",
      DisplayLogic: logic(term("q://QID4/SelectableChoice/1/5", "NotSelected")),
    },
  },
  {
    id: "QID7",
    type: "TE",
    selector: "FORM",
    text: "About you",
    more: { Choices: choices("Town", "School") },
  },
  {
    id: "QID8",
    type: "MC",
    selector: "NPS",
    text: "Would you recommend it?",
    more: {
      DisplayLogic: logic(term("q://QID4/SelectableChoice/1/5", "Selected")),
      Choices: Object.fromEntries(
        Array.from({ length: 11 }, (_, at) => [String(at), { Display: String(at) }]),
      ),
    },
  },
  {
    id: "QID9",
    type: "Slider",
    selector: "HBAR",
    text: "How many hours?",
    more: { Choices: choices("Hours") },
  },
  {
    id: "QID10",
    type: "RO",
    selector: "DND",
    text: "Put in order",
    more: { Choices: choices("Price", "Quality") },
  },
  {
    id: "QID11",
    type: "CS",
    selector: "VRTL",
    text: "Share 100 points",
    more: { Choices: choices("Price", "Quality"), Validation: valid("OFF", { ChoiceTotal: "100" }) },
  },
  {
    id: "QID12",
    type: "SBS",
    selector: "SBSMatrix",
    text: "Side by side",
    more: { AdditionalQuestions: { "1": { QuestionText: "How important" } } },
  },
  { id: "QID13", type: "Timing", selector: "PageTimer", text: "Timing" },
  {
    id: "QID14",
    type: "MC",
    selector: "DL",
    text: "Pick one",
    more: {
      Choices: choices("a", "b"),
      DefaultChoices: { "1": { Selected: true } },
      GradingData: [{ ChoiceID: "1" }],
      DisplayLogic: {
        "0": {
          "0": {
            LogicType: "EmbeddedField",
            LeftOperand: "panel",
            Operator: "EqualTo",
            Description: "If panel is 1",
            Type: "Expression",
          },
          Type: "If",
        },
        Type: "BooleanExpression",
      },
    },
  },
  {
    id: "QID15",
    type: "TE",
    selector: "SL",
    text: "Mixed",
    more: {
      DisplayLogic: logic(
        term("q://QID2/SelectableChoice/1", "Selected"),
        term("q://QID3/SelectableChoice/1", "Selected", { Conjuction: "And" }),
        term("q://QID3/SelectableChoice/2", "Selected", { Conjuction: "Or" }),
      ),
    },
  },
  { id: "QID16", type: "MC", selector: "SAVR", text: "In the bin", more: { Choices: choices("a", "b") } },
  { id: "QID17", type: "MC", selector: "SAVR", text: "Never reached", more: { Choices: choices("a", "b") } },
  {
    id: "QID18",
    type: "Matrix",
    selector: "MaxDiff",
    text: "Best and worst",
    more: { Choices: choices("a", "b"), Answers: choices("Best", "Worst") },
  },
];

const asked = (...ids: number[]) =>
  ids.map((id) => (id < 0 ? { Type: "Page Break" } : { Type: "Question", QuestionID: `QID${id}` }));
const blocks = [
  { Type: "Default", Description: "About you", ID: "BL_a", BlockElements: asked(1, 2, 3, -1, 6, 7) },
  { Type: "Trash", Description: "Trash / Unused Questions", ID: "BL_t", BlockElements: asked(16) },
  {
    Type: "Standard",
    Description: "Views",
    ID: "BL_b",
    BlockElements: asked(4, 5, 8, 9, 10, 11, 12, 13, 18),
    Options: { BlockLocking: "false", RandomizeQuestions: "RandomizeWithXPerPage", Looping: "None" },
  },
  {
    Type: "Standard",
    Description: "Last",
    ID: "BL_c",
    BlockElements: asked(14, 15),
    Options: { Looping: "Question" },
  },
  { Type: "Standard", Description: "Forgotten", ID: "BL_d", BlockElements: asked(17) },
];

const element = (
  Element: string,
  PrimaryAttribute: string,
  Payload: unknown,
  SecondaryAttribute: string | null = null,
) => ({
  SurveyID: "SV_made",
  Element,
  PrimaryAttribute,
  SecondaryAttribute,
  TertiaryAttribute: null,
  Payload,
});

/** A survey as Qualtrics exports it, with its texts in Chinese beside, and what long use leaves in one. */
export const qualtricsFile = {
  SurveyEntry: {
    SurveyID: "SV_made",
    SurveyName: "Course survey",
    SurveyDescription: "Five minutes",
    SurveyLanguage: "EN",
    SurveyStatus: "Inactive",
  },
  SurveyElements: [
    element("BL", "Survey Blocks", blocks),
    element("FL", "Survey Flow", {
      Type: "Root",
      FlowID: "FL_1",
      Flow: [
        {
          Type: "EmbeddedData",
          FlowID: "FL_2",
          EmbeddedData: [{ Description: "panel", Type: "Recipient", Field: "panel", VariableType: "String" }],
        },
        { Type: "Block", ID: "BL_a", FlowID: "FL_3" },
        {
          Type: "Branch",
          FlowID: "FL_4",
          Description: "New Branch",
          BranchLogic: logic(term("q://QID2/SelectableChoice/3", "NotSelected")),
          Flow: [
            {
              Type: "BlockRandomizer",
              FlowID: "FL_5",
              SubSet: 2,
              EvenPresentation: true,
              Flow: [{ Type: "Standard", ID: "BL_b", FlowID: "FL_6" }],
            },
          ],
        },
        {
          Type: "Branch",
          FlowID: "FL_7",
          BranchLogic: logic(term("q://QID2/SelectableChoice/3", "Selected")),
          Flow: [{ Type: "EndSurvey", FlowID: "FL_8" }],
        },
        { Type: "Standard", ID: "BL_c", FlowID: "FL_9" },
        { Type: "Block", ID: "BL_a", FlowID: "FL_10" },
        { Type: "WebService", FlowID: "FL_11", URL: "https://example.org" },
      ],
    }),
    element("SO", "Survey Options", { BackButton: "false", Header: "<style></style>" }),
    element("SCO", "Scoring", { ScoringCategories: [{ ID: "SC_0", Name: "Score" }] }),
    element("QC", "Survey Question Count", null, "18"),
    element("QO", "QO_1", { Name: "Full" }, "Full"),
    ...qualtricsQuestions.map(({ id, type, selector, text, zh, more, zhMore }) =>
      element(
        "SQ",
        id,
        {
          QuestionText: text,
          DefaultChoices: false,
          DataExportTag: id.replace("QID", "Q"),
          QuestionType: type,
          Selector: selector,
          Configuration: { QuestionDescriptionOption: "UseText" },
          QuestionDescription: text,
          Validation: valid("OFF"),
          GradingData: [],
          Language: zh || zhMore ? { "ZH-S": { ...(zh ? { QuestionText: zh } : {}), ...zhMore } } : [],
          QuestionID: id,
          ...more,
        },
        text,
      ),
    ),
  ],
};
