import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** The house's rules about who may import whom, and how large a file may grow. */
const root = path.resolve(import.meta.dirname, "..");
const sources = ["app", "db", "bench", "e2e", "scripts"]
  .flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.(ts|tsx|mjs|css)$/.test(file));

const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");
const importsOf = (file: string, except = /(?!)/g) =>
  [
    ...read(file)
      .replace(except, "")
      .matchAll(/^\s*(?:import|export)\b[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm),
  ]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? "")
    .map((target) =>
      target.startsWith(".") ? path.posix.join(path.posix.dirname(file), target) : target.replace(/^#/, ""),
    );
const isTest = (file: string) => /\.test\.tsx?$/.test(file);

/** Domain folders, each allowed to import only those before it (statistics and locales stand alone). */
const domain = [
  "locales",
  "statistics",
  "questions",
  "instrument",
  "fieldwork",
  "results",
  "voices",
  "exports",
  "briefs",
  "interchange",
];
const folderOf = (file: string) => file.split("/")[1] ?? "";
const isDomain = (file: string) => file.startsWith("app/") && domain.includes(folderOf(file));

test("domain folders import only the domain, zod and libraries of their own field", () => {
  const foreign =
    /^(react|react-dom|@remix-run|kysely|better-sqlite3|pg|express|chart\.js)(\/|$)|^(db|app\/(ui|http|routes))\//;
  const broken = sources
    .filter(isDomain)
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => foreign.test(target))
        .map((target) => `${file} → ${target}`),
    );
  expect(broken).toEqual([]);
});

test("domain folders import each other downwards only", () => {
  const broken = sources
    .filter(isDomain)
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      importsOf(file)
        .filter(
          (target) => isDomain(target) && domain.indexOf(folderOf(target)) > domain.indexOf(folderOf(file)),
        )
        .map((target) => `${file} → ${target}`),
    );
  expect(broken).toEqual([]);
});

test("nobody imports routes; ui knows neither db nor http; http knows no routes", () => {
  const broken = sources
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      importsOf(file)
        .filter(
          (target) =>
            (/^app\/routes\//.test(target) && !file.startsWith("app/routes/")) ||
            (file.startsWith("app/ui/") && /^(db|app\/http)\//.test(target)),
        )
        .map((target) => `${file} → ${target}`),
    );
  expect(broken).toEqual([]);
});

test("what a student downloads holds no charts, zod, statistics or React, however far one follows its imports", () => {
  const scripts = ["enhance", "enhance-kinds", "offline", "pipes-here", "sw"].map(
    (name) => `app/ui/student/${name}.ts`,
  );
  const graph = new Set(scripts);
  // A type is gone once compiled; whatever else an import names comes along, and so does what that imports.
  for (const file of graph)
    if (file.startsWith("app/"))
      for (const target of importsOf(file, /^import type\b[^;]*;/gm)) graph.add(target);
  expect(
    [...graph].filter((file) => !/^app\/(ui\/student|instrument|fieldwork)\/[\w-]+\.ts$/.test(file)),
  ).toEqual([]);
  expect(graph.size).toBeGreaterThan(scripts.length);
});

test("only ui/charts draws with chart.js, only db/dialects knows the databases, only env reads the environment", () => {
  const broken = sources
    .filter((file) => /^(app|db)\//.test(file) && !isTest(file))
    .flatMap((file) => {
      const found: string[] = [];
      for (const target of importsOf(file)) {
        if (/^chart\.js/.test(target) && !file.startsWith("app/ui/charts/"))
          found.push(`${file} → ${target}`);
        if (/^(better-sqlite3|pg)$/.test(target) && !/^db\/(dialects|testing)\//.test(file))
          found.push(`${file} → ${target}`);
      }
      if (/process\.env/.test(read(file)) && !/^app\/http\/env\.server\.ts$|^db\/testing\//.test(file))
        found.push(`${file} reads process.env`);
      if (/sql\.(raw|lit)\b/.test(read(file))) found.push(`${file} builds SQL from strings`);
      return found;
    });
  expect(broken).toEqual([]);
});

test("only the disclosure gate marks numbers as passed", () => {
  const broken = sources
    .filter((file) => !/^app\/results\/(gate|[\w-]+-view)\.ts$/.test(file))
    .filter((file) => importsOf(file).some((target) => target === "app/results/pass.ts"));
  expect(broken).toEqual([]);
});

test("node and the database stay out of the browser: such modules are marked .server", () => {
  const node = /^(node:|kysely|better-sqlite3|pg$|pdfkit|@napi-rs\/canvas|@node-rs\/argon2)/;
  const broken = sources
    .filter(
      (file) =>
        /^app\/(ui|http|fieldwork|questions|instrument|results|statistics|voices|locales)\//.test(file) &&
        !isTest(file) &&
        !/\.server\.tsx?$/.test(file),
    )
    .filter((file) => importsOf(file).some((target) => node.test(target)));
  expect(broken).toEqual([]);
});

test("no test among the routes, no file over 400 lines", () => {
  expect(sources.filter((file) => file.startsWith("app/routes/") && isTest(file))).toEqual([]);
  const long = sources.filter((file) => read(file).split("\n").length > 400);
  expect(long).toEqual([]);
});

test("the project contains what it needs: no path leads out of it", () => {
  expect(sources.filter((file) => read(file).includes("../shared" + "/"))).toEqual([]);
});
