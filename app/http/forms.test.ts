import { describe, expect, test } from "vitest";
import { messagesIn } from "#app/locales/index.ts";
import { problemText, shortestPassword as shownShortest } from "#app/ui/studio/problem-text.ts";
import { parseForm, readForm } from "./forms.server.ts";
import { shortestPassword } from "./passwords.server.ts";
import { readListQuery } from "./response-page.server.ts";
import { exclusionForm, passwordForm } from "./studio.server.ts";

const form = (fields: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};

describe("a posted form", () => {
  test("comes back with its values and the first problem of each field", () => {
    const parsed = parseForm(
      exclusionForm,
      form([
        ["intent", "delete"],
        ["reason", "  "],
        ["more", "<b>"],
      ]),
    );
    expect(parsed).toEqual({
      ok: false,
      refused: {
        values: { intent: "delete", reason: "  ", more: "<b>" },
        errors: { intent: "unknown", reason: "required" },
      },
    });
  });

  test("never sends a password back, and wants the new one twice and long enough", () => {
    const short = parseForm(
      passwordForm,
      form([
        ["password", "old"],
        ["newPassword", "short"],
        ["passwordAgain", "short"],
      ]),
    );
    expect(short).toEqual({
      ok: false,
      refused: { values: {}, errors: { newPassword: "passwordShort" } },
    });
  });

  test("reads a field once, whatever is sent, and is not fooled by names every object has", () => {
    const parsed = parseForm(
      exclusionForm,
      form([
        ["intent", "exclude"],
        ["intent", "include"],
        ["reason", "a"],
        ["__proto__", "x"],
      ]),
    );
    expect(parsed).toEqual({ ok: true, data: { intent: "exclude", reason: "a" } });
  });

  test("that is none is a 400, not a failure of the server", async () => {
    const request = new Request("http://localhost/", {
      method: "POST",
      headers: { "Content-Type": "multipart/form-data; boundary=x" },
      body: "nonsense",
    });
    await expect(readForm(request)).rejects.toMatchObject({ status: 400 });
  });

  test("every problem has its words, and the page names the length the server asks for", () => {
    expect(shownShortest).toBe(shortestPassword);
    for (const language of ["zh-CN", "en"] as const) {
      expect(problemText(messagesIn(language), "passwordShort")).toContain("12");
    }
  });
});

describe("the response table's address", () => {
  test("reads what its own form sends", () => {
    const search = new URLSearchParams(
      "door=demo&day=&language=en&state=excluded&after=2026-03-01_ab-c_1&lang=en",
    );
    expect(readListQuery(search)).toEqual({
      door: "demo",
      language: "en",
      state: "excluded",
      after: "2026-03-01_ab-c_1",
    });
  });

  test("knows any language a survey may have", () => {
    expect(readListQuery(new URLSearchParams("language=ug")).language).toBe("ug");
  });

  test.each([
    "sort=id",
    "door=demo&door=other",
    "day=2026-02-30",
    "day=%27%20or%201=1",
    "language=fr%20or%201",
    "language=zh_CN",
    "state[]=all",
    "after=2026-03-01",
    "__proto__=x",
  ])("refuses %s", (query) => {
    expect(() => readListQuery(new URLSearchParams(query))).toThrow(
      expect.objectContaining({ status: 400 }) as never,
    );
  });
});
