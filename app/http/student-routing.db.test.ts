import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instrumentDefinition } from "#app/instrument/definition.ts";
import { databases } from "#db/testing/databases.ts";
import { insertStudyAsking } from "#db/testing/every-kind.ts";
import type { Routes } from "#db/testing/phone.ts";
import { newId, smallDoors } from "#db/testing/small-doors.ts";
import { smallInstrument } from "#db/testing/small-survey.ts";
import * as door from "../routes/s.$slug.ts";
import * as page from "../routes/s.$slug_.$page.ts";
import * as offline from "../routes/s.$slug_.offline.ts";

const routes: Routes = [
  [/^\/s\/(?<slug>[^/]+)\/offline$/, offline],
  [/^\/s\/(?<slug>[^/]+)\/(?<page>[^/]+)$/, page],
  [/^\/s\/(?<slug>[^/]+)$/, door],
];
const doors = smallDoors(routes);
const { phone, rows } = doors;
const t = (chinese: string, english: string) => ({ "zh-CN": chinese, en: english });
const words = (code: string, text: object, more: object = {}) => ({
  kind: "short",
  code,
  rev: 1,
  text,
  ...more,
});

/** Routed and worded by the link's college, by the language, and by an answer that may be taken back. */
const definition = instrumentDefinition.parse({
  ...smallInstrument(),
  pages: [
    ...smallInstrument().pages.slice(0, 1),
    {
      code: "second",
      title: t("二年级", "Second"),
      showIf: { item: "WHO01", in: ["second"] },
      items: [
        words("SEC01", t("名？", "Name?")),
        words("SEC02", t("问什么？", "Ask what?"), { showIf: { item: "SEC01", in: ["问"] } }),
      ],
    },
    {
      code: "later",
      title: t("之后", "Later"),
      showIf: { item: "SEC01", answered: true },
      items: [words("LAT01", t("嗯？", "So?"))],
    },
    {
      code: "college",
      title: t("关于{{collector.college}}", "About {{collector.college}}"),
      intro: t("您说{{SEC01}}，{{WHO02}}。", "You said {{SEC01}}, {{WHO02}}."),
      showIf: { item: "collector.college", in: ["甲学院"] },
      items: [words("COL01", t("{{WHO01}}怎么样？", "What of {{WHO01}}?"))],
    },
    {
      code: "english",
      title: t("英语", "English"),
      showIf: { item: "language", in: ["en"] },
      items: [words("ENG01", t("好？", "Well?"))],
    },
    { code: "last", title: t("完", "End"), items: [words("END01", t("还有？", "More?"))] },
  ],
});

describe.each(databases)("routing by what is known, $name", ({ open }) => {
  beforeAll(() => doors.open(open()));
  afterAll(doors.close);
  let count = 0;
  async function survey(college?: string) {
    const slug = `routed${count++}`;
    await insertStudyAsking(doors.db, slug, definition);
    const cohort = college ? { college: t(college, "College A"), class: t("<b>1</b>班", "<b>1</b>") } : {};
    await doors.db
      .updateTable("collectors")
      .set({ cohort: JSON.stringify(cohort) })
      .where("slug", "=", `${slug}-a`)
      .execute();
    return { slug, at: `/s/${slug}-a` };
  }
  const begin = async (at: string, language = "zh-CN") => {
    const one = phone();
    await one.post(`${at}?lang=${language}`, { go: "start", CON01: "yes", secret: newId() });
    return one;
  };

  test("the college a link names decides; nothing of it is stored with the answers", async () => {
    const { slug, at } = await survey("甲学院");
    const one = await begin(at);
    const next = await one.post(`${at}/who`, {
      go: "next",
      WHO01: "first",
      WHO02: "a",
      "collector.college": "乙学院",
    });
    expect(next.to).toBe(`${at}/college`);
    const drafts = await doors.db.selectFrom("drafts").select("answers").execute();
    expect(drafts.map((draft) => draft.answers).join()).not.toMatch(/collector|language/);
    expect((await one.post(`${at}/college`, { go: "next", COL01: "好" })).to).toBe(`${at}/last`);
    await one.post(`${at}/last`, { go: "next", END01: "没了" });
    const [row] = await rows(slug);
    expect(Object.keys(JSON.parse(String(row?.answers))).sort()).toEqual(["CON01", "WHO01", "WHO02"]);
    expect(Object.keys(JSON.parse(String(row?.words))).sort()).toEqual(["COL01", "END01"]);
    expect(JSON.stringify(row)).not.toMatch(/collector\.|甲学院/);
    const elsewhere = await survey();
    const other = await begin(elsewhere.at);
    expect((await other.post(`${elsewhere.at}/who`, { go: "next", WHO01: "first" })).to).toBe(
      `${elsewhere.at}/last`,
    );
  });

  test("changing the language asks what that language is asked", async () => {
    const { at } = await survey();
    const one = await begin(at, "en");
    expect((await one.post(`${at}/who`, { go: "next", WHO01: "first" })).to).toBe(`${at}/english`);
    await one.post(`${at}/english`, { go: "language" });
    // In Chinese there is no such page: led to one there is.
    expect((await one.get(`${at}/english`)).to).toBe(`${at}/who`);
  });

  test("what is not asked any more neither routes nor is stored", async () => {
    const { slug, at } = await survey();
    const one = await begin(at);
    expect((await one.post(`${at}/who`, { go: "next", WHO01: "second" })).to).toBe(`${at}/second`);
    expect((await one.post(`${at}/second`, { go: "next", SEC01: "甲" })).to).toBe(`${at}/later`);
    expect((await one.post(`${at}/who`, { go: "next", WHO01: "first" })).to).toBe(`${at}/last`);
    await one.post(`${at}/last`, { go: "next", END01: "没了" });
    const [row] = await rows(slug);
    expect(JSON.parse(String(row?.words))).toEqual({ END01: "没了" });
  });

  test("a question brought up by an answer kept in between is asked before the page is left", async () => {
    const { at } = await survey();
    const one = await begin(at);
    await one.post(`${at}/who`, { go: "next", WHO01: "second" });
    expect((await one.get(`${at}/second`)).text).toContain('name="shown" value=""');
    const filled = { SEC01: "问", shown: "" };
    expect((await one.post(`${at}/second`, { go: "save", ...filled })).status).toBe(204);
    expect((await one.post(`${at}/second`, { go: "next", ...filled })).to).toBe(`${at}/second`);
    const again = (await one.get(`${at}/second`)).text;
    expect(again).toContain("问什么？");
    expect(again).toContain('name="shown" value="SEC02"');
    const all = { go: "next", SEC01: "问", SEC02: "", shown: "SEC02" };
    expect((await one.post(`${at}/second`, all)).to).toBe(`${at}/later`);
  });

  test("pipes say what this student said, to this student only, as text", async () => {
    const { at } = await survey("甲学院");
    const shown = async (said: string) => {
      const one = await begin(at);
      await one.post(`${at}/who`, { go: "next", WHO01: "second", WHO02: "b" });
      await one.post(`${at}/second`, { go: "next", SEC01: said });
      return (await one.get(`${at}/college`)).text;
    };
    const first = await shown("<i>小红</i>~made~");
    expect(first).toContain("<h1>关于甲学院</h1>");
    expect(first).toContain("您说&lt;i&gt;小红&lt;/i&gt;~made~，b。");
    expect(first).toContain("second怎么样？");
    const other = await shown("小明");
    expect(other).toContain("您说小明，b。");
    expect(other).not.toContain("小红");
    // Nothing answered: neutral dots.
    const silent = await begin(at);
    await silent.post(`${at}/who`, { go: "next", WHO01: "first" });
    expect((await silent.get(`${at}/college`)).text).toContain("您说…，…。");
  });

  test("a phone without network is told what is known, and where answers go", async () => {
    const { at } = await survey("甲学院");
    const { text } = await (await begin(at)).get(`${at}/offline`);
    expect(text).toContain("关于甲学院");
    expect(text).toContain('您说<span data-pipe="SEC01">…</span>');
    expect(text).toContain('"collector.college":["甲学院","College A"]');
    expect(text).toMatch(/src="[^"]*pipes-here/);
  });
});
