// biome-ignore-all lint/suspicious/noTemplateCurlyInString: so forms name their questions
import { expect, test } from "vitest";
import { type Asked, readRouting } from "./xlsform-routing.ts";

const asked = new Map<string, Asked>([
  [
    "sex",
    {
      code: "SEX",
      values: new Map([
        ["m", "m"],
        ["F", "f"],
      ]),
    },
  ],
  ["v1", { code: "V1", values: new Map([1, 2, 3, 4, 5].map((one) => [String(one), one])) }],
  [
    "age_group",
    {
      code: "AGE",
      values: new Map([
        ["1", "1"],
        ["2", "2"],
        ["9", "9"],
      ]),
    },
  ],
  ["words", { code: "WORDS", values: undefined }],
  ["hours", { code: "HOURS", values: undefined, numeric: true }],
]);
const conditionOf = (text: string) => readRouting(text, asked)?.condition;

test.each([
  ["${sex} = 'F'", { item: "SEX", in: ["f"] }],
  ["'F'=${sex}", { item: "SEX", in: ["f"] }],
  ["${sex} = ‘F’", { item: "SEX", in: ["f"] }],
  ['${ sex }="m" or ${sex}="F"', { item: "SEX", in: ["m", "f"] }],
  [
    "(${sex}='m') or (${sex}='F')",
    {
      any: [
        { item: "SEX", in: ["m"] },
        { item: "SEX", in: ["f"] },
      ],
    },
  ],
  ["${sex} != 'm'", { not: { item: "SEX", in: ["m"] } }],
  ["not(${sex} = 'm')", { not: { item: "SEX", in: ["m"] } }],
  ["selected(${sex}, 'm')", { item: "SEX", in: ["m"] }],
  ["${v1} = 3", { item: "V1", in: [3] }],
  ["${v1} = '3'", { item: "V1", in: [3] }],
  ["${v1} >= 4", { item: "V1", in: [4, 5] }],
  ["3 > ${v1}", { item: "V1", in: [1, 2] }],
  ["${age_group} < 9", { item: "AGE", in: ["1", "2"] }],
  ["${v1} = ''", { item: "V1", answered: false }],
  ["${v1} != ''", { item: "V1", answered: true }],
  ["count-selected(${v1}) > 0", { item: "V1", answered: true }],
  ["string-length(${v1}) = 0", { item: "V1", answered: false }],
  ["${words} = ''", { item: "WORDS", answered: false }],
  ["${hours} = 3", { item: "HOURS", in: [3] }],
  ["${hours} >= 2.5", { item: "HOURS", is: ">=", than: 2.5 }],
  ["10 < ${hours}", { item: "HOURS", is: ">", than: 10 }],
  ["${words} = 'x'", { item: "WORDS", in: ["x"] }],
  ["${words} = concat('a', \"'\", 'b')", { item: "WORDS", in: ["a'b"] }],
  [
    "${sex}='m' and (${v1}=1 or ${v1}=2) and not(${age_group}='9')",
    { all: [{ item: "SEX", in: ["m"] }, { item: "V1", in: [1, 2] }, { not: { item: "AGE", in: ["9"] } }] },
  ],
  [
    "${sex}='m' or ${v1}=1 and ${age_group}=2",
    {
      any: [
        { item: "SEX", in: ["m"] },
        {
          all: [
            { item: "V1", in: [1] },
            { item: "AGE", in: ["2"] },
          ],
        },
      ],
    },
  ],
])("%s", (text, condition) => expect(conditionOf(text)).toEqual(condition));

test.each([
  "${unknown} = 'x'",
  "${sex} = 'zz'",
  "${words} > 3",
  "${hours} = 'many'",
  "${v1} + 1 = 2",
  "${v1} = ${age_group}",
  "${v1} > 5",
  "/data/sex = 'm'",
  "../sex = 'm'",
  "pulldata('a', 'b', 'c', ${sex}) = 1",
  "${sex} = 'm' and ${score} > 3",
  "${sex} = 'm",
  "${sex} == 'm'",
  "${sex} = 'm' or",
  "(${sex} = 'm'",
  "false()",
  ".",
  "",
  `${"(".repeat(5000)}`,
  `${"not(".repeat(500)}\${sex}='m'${")".repeat(500)}`,
])("%s cannot be expressed", (text) => expect(conditionOf(text)).toBeUndefined());
