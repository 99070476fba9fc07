import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { accessTable, askers } from "./access-table.ts";

const folder = path.resolve(import.meta.dirname, "../routes");
const routes = fs.readdirSync(folder).map((file) => ({
  name: file.replace(/\.tsx?$/, ""),
  source: fs.readFileSync(path.join(folder, file), "utf8"),
}));
const rulesOf = (route: string) => accessTable.filter((rule) => rule.route === route);

describe.each(routes)("$name", ({ name, source }) => {
  test("says in the access table who may read it", () => {
    expect(rulesOf(name).some((rule) => rule.method === "GET")).toBe(true);
  });

  test("says who may change something, if it changes anything", () => {
    const changes = /export\s+(?:async\s+)?(?:function|const)\s+action\b|export\s*\{[^}]*\baction\b/.test(
      source,
    );
    expect(rulesOf(name).some((rule) => rule.method === "POST")).toBe(changes);
  });

  test("answers for itself: a studio route lets nobody in without a session", () => {
    const isOpen = rulesOf(name).some((rule) => rule.answers.anonymous !== "sign-in");
    const isDoor = !name.startsWith("studio.") || name === "studio.sign-in" || name === "studio.sign-out";
    expect(isOpen).toBe(isDoor);
  });
});

test("no line speaks of a route that is gone, and each says something of every asker", () => {
  const known = new Set(routes.map((route) => route.name));
  expect(accessTable.filter((rule) => !known.has(rule.route))).toEqual([]);
  for (const rule of accessTable) expect(Object.keys(rule.answers).sort()).toEqual([...askers].sort());
});

test("a reader is refused whatever names single responses", () => {
  const single = accessTable.filter((rule) => /responses|voices|exports/.test(rule.route));
  expect(single.length).toBeGreaterThan(0);
  for (const rule of single) expect([rule.path, rule.answers.reader]).toEqual([rule.path, 403]);
});
