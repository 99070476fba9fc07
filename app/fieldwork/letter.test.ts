import { describe, expect, test } from "vitest";
import { messagesIn } from "#app/locales/index.ts";
import { languages } from "#app/locales/language.ts";
import { letterProblems, writeLetter } from "./letter.ts";

const both = (text: string) => ({ "zh-CN": text, en: text });
const body = "{name}\n{link}\n{unsubscribe}";

describe("problems", () => {
  test("a letter needs its link and the way to unsubscribe, in each language", () => {
    expect(letterProblems({ subject: both("s"), body: both(body) }, [])).toEqual({});
    expect(
      letterProblems({ subject: both("s"), body: { "zh-CN": body, en: "no link {unsubscribe}" } }, []),
    ).toEqual({ "body.en": { problem: "missing-link" } });
    expect(letterProblems({ subject: both(""), body: both("{link}") }, [])).toMatchObject({
      "subject.zh-CN": { problem: "required" },
      "body.en": { problem: "missing-unsubscribe" },
    });
  });

  test("fields nobody knows are named, roster columns are known", () => {
    const letter = { subject: both("{学院} {link}"), body: both(`${body} {学院} {班级} {nam}`) };
    expect(letterProblems(letter, ["学院"])).toMatchObject({
      "subject.en": { problem: "link-in-subject" },
      "body.en": { problem: "unknown-fields", found: ["班级", "nam"] },
    });
  });

  test("the letters to begin with have none", () => {
    for (const kind of ["invitation", "reminder"] as const) {
      const of = (part: "subject" | "body") =>
        Object.fromEntries(languages.map((one) => [one, messagesIn(one).mail.defaults[kind][part]])) as never;
      expect(letterProblems({ subject: of("subject"), body: of("body") }, [])).toEqual({});
    }
  });
});

describe("values", () => {
  const letter = { subject: "给 {name}", body: `${body}\n\n{学院}` };
  const values = (name: string) =>
    new Map([
      ["name", name],
      ["link", "https://x.cn/i/T?a=1&b=2"],
      ["unsubscribe", "https://x.cn/i/T/unsubscribe"],
      ["学院", "{link}"],
    ]);

  test.each([
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{link}",
    "$&",
  ])("%s arrives as typed and does nothing", (name) => {
    const { subject, text, html } = writeLetter(letter, values(name));
    expect(subject).toBe(`给 ${name}`);
    expect(text.split("\n")[0]).toBe(name);
    expect(html).not.toMatch(/<(script|img)|javascript:[^<]*"/);
    expect(html.match(/<a /g)).toHaveLength(2);
    // Read back the way a mail program shows it.
    const shown = html.replace(/<[^>]*>/g, " ").replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
    expect(shown).toContain(name);
  });

  test("a value is never read for fields", () => {
    expect(writeLetter(letter, values("甲")).text.trim().endsWith("{link}")).toBe(true);
  });

  test("a subject stays one line, whatever is put in", () => {
    expect(writeLetter(letter, values("a\r\nBcc: evil@example.org")).subject).toBe(
      "给 a Bcc: evil@example.org",
    );
  });

  test("paragraphs and lines stay what they were", () => {
    const { html, text } = writeLetter({ subject: "s", body: "a\r\nb\r\n\r\nc" }, new Map());
    expect(text).toBe("a\nb\n\nc\n");
    expect(html).toBe("<p>a<br>b</p>\n<p>c</p>");
  });
});
