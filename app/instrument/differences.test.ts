import { describe, expect, test } from "vitest";
import { type Definition, instrumentDefinition } from "./definition.ts";
import { classesFor } from "./difference-classes.ts";
import { differences, writtenItems } from "./differences.ts";
import onePlusX from "./templates/one-plus-x-student.json" with { type: "json" };

// biome-ignore lint/suspicious/noExplicitAny: a test changes whatever it likes
type Loose = any;
const base = () => instrumentDefinition.parse(structuredClone(onePlusX)) as Definition;
/** The survey with something changed. */
function changed(change: (definition: Loose, item: (code: string) => Loose) => void): Definition {
  const definition = base();
  change(definition, (code) => writtenItems(definition).find((one) => one.code === code));
  return definition;
}
const told = (after: Definition, before = base(), earlier: Definition[] = []) =>
  differences(before, after, earlier).map(({ key, rule, proposed }) => `${key}: ${rule} ${proposed}`);
/** How a change of one English statement is classed. */
const english = (before: string, after: string) =>
  told(
    changed((_, item) => {
      item("CUR01").text = { ...item("CUR01").text, en: after };
    }),
    changed((_, item) => {
      item("CUR01").text = { ...item("CUR01").text, en: before };
    }),
  ).map((one) => one.replace("item:CUR01/text: ", ""))[0];
const chinese = (before: string, after: string) =>
  told(
    changed((_, item) => {
      item("CUR01").text = { ...item("CUR01").text, "zh-CN": after };
    }),
    changed((_, item) => {
      item("CUR01").text = { ...item("CUR01").text, "zh-CN": before };
    }),
  ).map((one) => one.replace("item:CUR01/text: ", ""))[0];

describe("a text that changed", () => {
  test.each([
    ["The course was useful.", "The course was useful", "punctuation typo"],
    ["The course was  useful.", "the course, was useful.", "punctuation typo"],
    ["I recieved enough practice.", "I received enough practice.", "misspelling typo"],
    ["The certficate helped me.", "The certificate helped me.", "misspelling typo"],
    ["It took 10.5 hours a week.", "It took 105 hours a week.", "words wording"],
    ["It took 10 hours a week.", "It took 12 hours a week.", "words wording"],
    ["Costs increase every year.", "Costs decrease every year.", "words wording"],
    ["In the last year I worked.", "In the last years I worked.", "words wording"],
    ["It had some effect on me.", "It had some affect on me.", "words wording"],
    ["The course was useful to me.", "The training was useful to me.", "words wording"],
    ["I was comfortable there.", "I was uncomfortable there.", "negation meaning"],
    ["I had enough time.", "I did not have enough time.", "negation meaning"],
    ["I can't keep up.", "I can keep up.", "negation meaning"],
    ["The course met my needs well.", "Fees were announced early enough, I think.", "rewritten meaning"],
    ["You chose {BG01} here.", "You chose {BG02} here.", "words wording"],
  ])("%s → %s: %s", (before, after, expected) => expect(english(before, after)).toBe(expected));
  test.each([
    ["课程内容实用。", "课程内容实用", "punctuation typo"],
    ["老师讲的很清楚。", "老师讲得很清楚。", "misspelling typo"],
    ["老师讲的的内容很清楚。", "老师讲的内容很清楚。", "misspelling typo"],
    ["课程内容实用。", "课程内容很实用。", "words wording"],
    ["我会推荐同学参加。", "我能推荐同学参加。", "words wording"],
    ["课程内容对我有用。", "课程内容对我没有用。", "negation meaning"],
    ["未来我会用到它。", "将来我会用到它。", "words wording"],
    ["课程安排的节奏适合我。", "学校公布收费标准及时。", "rewritten meaning"],
  ])("%s → %s: %s", (before, after, expected) => expect(chinese(before, after)).toBe(expected));
  test("goes by the language in which it changed most", () => {
    const after = changed((_, item) => {
      item("CUR01").text.en += "!";
      item("CUR01").text["zh-CN"] = `${item("CUR01").text["zh-CN"]}，我这样认为`;
    });
    expect(told(after)).toEqual(["item:CUR01/text: words wording"]);
  });
});

describe("what is asked", () => {
  test("nothing changed is nothing", () => expect(told(base())).toEqual([]));
  test("another kind, scale or direction of scoring asks for a new code", () => {
    const after = changed((_, item) => {
      item("CUR01").scale = "difficulty5";
      item("CUR02").reverse = !item("CUR02").reverse;
      Object.assign(item("BG01"), { kind: "multiple" });
    });
    expect(told(after).sort()).toEqual([
      "item:BG01/other/kind: kind meaning",
      "item:CUR01/other/scale: scale meaning",
      "item:CUR02/other/reverse: reversed meaning",
    ]);
    const [kind, scale, reversed] = differences(base(), after)
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(classesFor);
    expect([kind, scale, reversed]).toEqual([["meaning"], ["meaning"], ["meaning", "wording"]]);
  });
  test("options: gone is meaning, new is wording, another order is structure, exchanged labels are meaning", () => {
    const after = changed((_, item) => {
      const options = item("BG01").options;
      options.splice(5, 1, { code: "army", label: { "zh-CN": "军校", en: "Military academy" } });
      options.reverse();
      const [a, b] = item("BG07").options;
      [a.label, b.label] = [b.label, a.label];
    });
    expect(told(after)).toEqual([
      "item:BG01/option/army: option wording",
      "item:BG01/option/oth: optionGone meaning",
      "item:BG01/options: order structure",
      "item:BG07/option/elem: swapped meaning",
      "item:BG07/option/inter: swapped meaning",
    ]);
  });
  test("added, retired, moved, required, routing", () => {
    const after = changed((definition, item) => {
      item("CUR01").required = true;
      item("BG05").showIf = { item: "SCR01", in: ["taken", "preparing"] };
      const [about] = definition.pages;
      const gone = about.items.splice(1, 1)[0];
      about.items.push({ ...gone, code: "NEW01" });
      definition.pages[2].shuffle = !definition.pages[2].shuffle;
      const last = about.items.splice(1, 1)[0];
      definition.pages[1].items.unshift(last);
    });
    const found = told(after);
    expect(found).toContain("item:CUR01/other/required: required structure");
    expect(found).toContain("item:BG05/condition: condition routing");
    expect(found).toContain("item:NEW01/whole: added structure");
    expect(found).toContain("item:BG01/whole: retired structure");
    expect(found).toContain("item:BG02/place: moved structure");
    expect(found).toContain(`page:${after.pages[2]?.code}/other/shuffle: shuffle routing`);
    expect(found).toHaveLength(6);
  });
  test("one question moved up is one difference, not one for each it passed", () => {
    const after = changed((definition) => {
      const { items } = definition.pages[0];
      items.unshift(items.pop());
    });
    expect(told(after)).toHaveLength(1);
  });
  test("a scale's own words concern everything answered on it", () => {
    const after = changed((definition) => {
      definition.scales.agree5.points[4].label = { "zh-CN": "完全同意", en: "Completely agree" };
    });
    const [found] = differences(base(), after);
    expect(found).toMatchObject({ place: "scale:agree5", proposed: "wording" });
    expect(found?.codes).toContain("CUR01");
    expect(found?.codes).not.toContain("BG01");
  });
  test("a scale with another point asks for new codes of everything on it", () => {
    const after = changed((definition) => definition.scales.agree5.points.pop());
    expect(told(after)).toEqual(["scale:agree5/options: scale meaning"]);
  });
  test("a language more is one difference of structure, and its texts are none", () => {
    const after = changed((definition, item) => {
      definition.languages = ["zh-CN", "en", "fr"];
      item("CUR01").text.fr = "Le cours m’a été utile.";
    });
    expect(told(after)).toEqual(["instrument/other/languages: languages structure"]);
  });
  test("a text only tables show is no wording, and what introduces a page is that of all its questions", () => {
    const after = changed((definition, item) => {
      item("BG01").short = { "zh-CN": "学校", en: "School" };
      definition.pages[1].intro.en = "Please think of the last one you took part in this year.";
    });
    const found = differences(base(), after);
    expect(found.map(({ rule, proposed }) => `${rule} ${proposed}`)).toEqual(["words wording", "label typo"]);
    expect(found[0]?.codes).toContain("BG06");
  });
});

describe("codes across versions", () => {
  test("one that comes back is held against what it meant when it was last asked", () => {
    const without = changed((definition) => {
      definition.pages[0].items = definition.pages[0].items.filter((one: Loose) => one.code !== "BG01");
    });
    const again = changed((_, item) => {
      item("BG01").text = { "zh-CN": "您是从哪里听说这次调查的？", en: "Where did you hear of this survey?" };
    });
    expect(told(again, without, [base()])).toEqual([
      "item:BG01/whole/BG01: returned structure",
      "item:BG01/text: rewritten meaning",
    ]);
    expect(told(base(), without, [base()])).toEqual(["item:BG01/whole/BG01: returned structure"]);
  });
  test("a question that becomes a row of a matrix is compared with what it was", () => {
    const after = changed((definition) => {
      const at = definition.pages[0].items.findIndex((one: Loose) => one.code === "BG01");
      const { text, options } = definition.pages[0].items[at];
      definition.pages[0].items[at] = {
        ...{ kind: "matrix", code: "MAT", rev: 1, required: false, background: false, mirrors: [] },
        ...{ text: { "zh-CN": "学校", en: "Schools" }, several: true },
        ...{ rows: [{ code: "BG01", rev: 1, text }], options },
      };
    });
    const found = told(after);
    expect(found).toContain("item:BG01/other/kind: kind meaning");
    expect(found).not.toContain("item:BG01/whole: retired structure");
  });
});
