import type { Page } from "@playwright/test";
import { instrumentDefinition } from "#app/instrument/definition.ts";
import { messagesIn } from "#app/locales/index.ts";
import { expect, test } from "./fixtures.ts";
import { agree, hasten, next, rowsAt, settled, takeOffline, whenReady } from "./offline.ts";
import { addDoor, newId, write } from "./store.ts";
import { instrument, receiptCode } from "./survey.ts";

/** A survey routed and worded by the link's college and by earlier answers, with network and without. */
const chinese = messagesIn("zh-CN");
const t = (text: string) => ({ "zh-CN": text, en: text });
const options = (...labels: string[]) => labels.map((label, at) => ({ code: `o${at}`, label: t(label) }));
const plain = { rev: 1, required: false };

const definition = instrumentDefinition.parse({
  ...instrument,
  scoring: [],
  reserved: [],
  pages: [
    {
      code: "you",
      title: t("关于您"),
      items: [
        {
          kind: "single",
          code: "YOU01",
          ...plain,
          text: t("您在哪里实习？"),
          options: options("工厂", "医院", "没有实习"),
        },
        {
          kind: "multiple",
          code: "YOU02",
          ...plain,
          text: t("学了什么？"),
          options: options("焊接", "护理", "编程"),
        },
        { kind: "short", code: "YOU03", ...plain, text: t("最喜欢的一门课？") },
      ],
    },
    {
      code: "practice",
      title: t("在{{YOU01}}的日子"),
      showIf: { not: { item: "YOU01", in: ["o2"] } },
      items: [{ kind: "short", code: "PRA01", ...plain, text: t("{{YOU02}}用上了吗？") }],
    },
    {
      code: "college",
      title: t("关于{{collector.college}}"),
      showIf: { item: "collector.college", in: ["江城职业学院"] },
      items: [{ kind: "short", code: "COL01", ...plain, text: t("学校怎样教{{YOU03}}？") }],
    },
  ],
});

/** A door whose link says which college it is. */
function routedDoor(file: string, name: string, college: string): string {
  const slug = addDoor(file, name);
  const version = newId();
  write(file, (database) => {
    database
      .prepare(
        `insert into instrument_versions (id, instrument_id, number, definition, created_at)
         select ?, v.instrument_id, max(m.number) + 1, ?, v.created_at
         from instrument_versions v join instrument_versions m on m.instrument_id = v.instrument_id
         join waves w on w.version_id = v.id join collectors c on c.wave_id = w.id
         where c.slug = ? group by v.id`,
      )
      .run(version, JSON.stringify(definition), slug);
    database
      .prepare("update waves set version_id = ? where id = (select wave_id from collectors where slug = ?)")
      .run(version, slug);
    database
      .prepare("update collectors set cohort = ? where slug = ?")
      .run(JSON.stringify({ college: t(college) }), slug);
  });
  return slug;
}

const heading = (page: Page, name: string) =>
  expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

test("each is asked by the link's college, in the words of their own answers", async ({ page, server }) => {
  const slug = routedDoor(server.databaseFile, "routed", "江城职业学院");
  await page.goto(`/s/${slug}`);
  await agree(page);
  await page.getByRole("radio", { name: "医院" }).check();
  await page.getByRole("checkbox", { name: "焊接" }).check();
  await page.getByRole("checkbox", { name: "护理" }).check();
  await page.getByLabel("最喜欢的一门课？").fill("<b>药理</b>");
  await next(page).click();
  await heading(page, "在医院的日子");
  await page.getByLabel("焊接、护理用上了吗？").fill("用上了");
  await next(page).click();
  await heading(page, "关于江城职业学院");
  await expect(page.getByLabel("学校怎样教<b>药理</b>？")).toBeVisible();
  await page.getByRole("button", { name: chinese.survey.submit }).click();
  await receiptCode(page, "zh-CN");
  const [row] = rowsAt(server.databaseFile, slug);
  expect(JSON.stringify(row)).not.toMatch(/collector\.|江城/);
  expect(JSON.parse(String(row?.words))).toEqual({ YOU03: "<b>药理</b>", PRA01: "用上了" });
});

test.describe("without network", () => {
  test.beforeEach(hasten);
  test("the phone routes and says the same", async ({ page, context, server }) => {
    const slug = routedDoor(server.databaseFile, "offline", "江城职业学院");
    await page.goto(`/s/${slug}`);
    await whenReady(page, slug);
    await takeOffline(context, true);
    await page.goto(`/s/${slug}`);
    await agree(page);
    await page.getByRole("radio", { name: "工厂" }).check();
    await page.getByRole("checkbox", { name: "焊接" }).check();
    await page.getByRole("checkbox", { name: "编程" }).check();
    await next(page).click();
    await heading(page, "在工厂的日子");
    await expect(page.getByLabel("焊接、编程用上了吗？")).toBeVisible();
    await page.goBack();
    await page.getByRole("radio", { name: "没有实习" }).check();
    await page.getByLabel("最喜欢的一门课？").fill("机械制图");
    await next(page).click();
    await heading(page, "关于江城职业学院");
    await page.getByLabel("学校怎样教机械制图？").fill("讲得慢");
    await settled(page);
    await takeOffline(context, false);
    await page.getByRole("button", { name: chinese.survey.submit }).click();
    await receiptCode(page, "zh-CN");
    const [row] = rowsAt(server.databaseFile, slug);
    expect(JSON.parse(String(row?.words))).toEqual({ YOU03: "机械制图", COL01: "讲得慢" });
    expect(JSON.stringify(row)).not.toMatch(/collector\.|江城/);
  });

  test("a link of another college is not asked about this one", async ({ page, server }) => {
    const slug = routedDoor(server.databaseFile, "elsewhere", "临江学院");
    await page.goto(`/s/${slug}`);
    await agree(page);
    await page.getByRole("radio", { name: "没有实习" }).check();
    await page.getByRole("button", { name: chinese.survey.submit }).or(next(page)).first().click();
    await receiptCode(page, "zh-CN");
  });
});
