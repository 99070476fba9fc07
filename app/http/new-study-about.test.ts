import { expect, test } from "vitest";
import { aboutDefaults, aboutSearch, aboutValues, readAbout } from "./new-study-about.server.ts";

const now = new Date("2026-11-22T20:00:00Z");
const filled = {
  ...aboutDefaults(now),
  ...{ nameZh: "会计专业课程反馈", nameEn: "Accounting: Course Feedback", institutionZh: "某某学院" },
  ...{ leadEn: "Dr Li", contact: "li@example.org", ethicsZh: "无须审批" },
};
const errorsOf = (more: Record<string, string>) => {
  const read = readAbout({ ...filled, ...more }, now);
  return "errors" in read ? read.errors : {};
};

test("one language said stands for both, and what may wait says so", () => {
  const read = readAbout(filled, now);
  expect(read).toMatchObject({
    about: {
      title: { "zh-CN": "会计专业课程反馈", en: "Accounting: Course Feedback" },
      ...{ slug: "accounting-course-feedback", languages: ["zh-CN", "en"], timeZone: "Asia/Shanghai" },
      keepUntil: "2028-11-22",
      method: {
        institution: { "zh-CN": "某某学院", en: "某某学院" },
        lead: { "zh-CN": "Dr Li", en: "Dr Li" },
        population: { "zh-CN": "尚未说明。", en: "Not stated yet." },
      },
    },
  });
});

test("what a study cannot do without is asked for", () => {
  expect(errorsOf({ nameZh: "", nameEn: "" })).toEqual({ nameZh: "name" });
  expect(errorsOf({ contact: "", ethicsZh: "" })).toEqual({ contact: "required", ethicsZh: "required" });
  expect(errorsOf({ zone: "Asia/Nowhere", languages: "fr" })).toEqual({ zone: "zone", languages: "choose" });
  // In Shanghai it is the 23rd already.
  expect(errorsOf({ keep: "2026-11-23" })).toEqual({ keep: "past" });
  expect(errorsOf({ keep: "2060-01-01" })).toEqual({ keep: "far" });
  expect(errorsOf({ keep: "soon" })).toEqual({ keep: "required" });
  expect(errorsOf({ nameZh: "长".repeat(81) })).toEqual({ nameZh: "tooLong" });
});

test("what was said travels in an address, and one that nothing would take is refused before", () => {
  const back = aboutValues(new URLSearchParams(`${aboutSearch(filled)}&other=1`));
  expect(back).toEqual(filled);
  const long = Object.fromEntries(
    ["institution", "ethics", "name"].flatMap((name) => [
      [`${name}Zh`, "长".repeat(80)],
      [`${name}En`, "长".repeat(80)],
    ]),
  );
  const more = {
    populationZh: "长".repeat(120),
    populationEn: "长".repeat(120),
    recruitmentZh: "长".repeat(120),
  };
  expect(errorsOf({ ...long, ...more })).toEqual({ nameZh: "long" });
});

test("a name without letters an address can have leaves the address to chance", () => {
  const read = readAbout({ ...filled, nameEn: "" }, now);
  expect("about" in read && read.about.slug).toBe("");
});
