import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Certificate } from "#app/fieldwork/certificates.ts";
import { accountingCertificates, inventedCertificates } from "../demo/certificates.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import {
  findCertificate,
  listCertificates,
  suggestCertificates,
  upsertCertificates,
} from "./certificates.server.ts";

const odd: Certificate = {
  code: "odd-1",
  name: { "zh-CN": "百分之五_测试", en: "50% Off\\Road" },
  issuer: { "zh-CN": "某社", en: "Some Society" },
  levels: ["elem"],
  batch: "4",
  majors: ["46"],
  source: "a test",
  asOf: "2024-01-31",
  synthetic: false,
};
const all = [...accountingCertificates, ...inventedCertificates, odd];

describe.each(databases)("certificates on $name", ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await upsertCertificates(database.db, all);
  });
  afterAll(() => database.close());
  const suggested = async (typed: string, limit?: number) =>
    (await suggestCertificates(database.db, typed, limit)).map((one) => one.code);

  test("come back as they went in, in order of code", async () => {
    const byCode = [...all].sort((a, b) => (a.code < b.code ? -1 : 1));
    expect(await listCertificates(database.db)).toEqual(byCode);
  });

  test("are suggested by part of a Chinese name or issuer", async () => {
    expect(await suggested("财务")).toEqual(["acc3-1", "acc3-2", "acc3-3", "acc3-6"]);
    expect(await suggested("新道")).toEqual(["acc3-2", "acc3-4"]);
    expect(await suggested("陪护")).toEqual(["demo-companion"]);
  });

  test("are suggested in English, whatever case and width", async () => {
    expect(await suggested("SEENTAO")).toEqual(["acc3-2", "acc3-4"]);
    expect(await suggested(" ｌｅｄｇｅｒ ")).toEqual(["demo-ledger"]);
  });

  test("treat wildcards and quotes as letters", async () => {
    expect(await suggested("%")).toEqual(["odd-1"]);
    expect(await suggested("_")).toEqual(["odd-1"]);
    expect(await suggested("off\\r")).toEqual(["odd-1"]);
    expect(await suggested("' or 1=1 --")).toEqual([]);
    expect(await suggested("  ")).toEqual([]);
  });

  test("are limited", async () => {
    expect(await suggested("（虚构）")).toHaveLength(4);
    expect(await suggested("（虚构）", 2)).toHaveLength(2);
  });

  test("are found by exactly what was typed", async () => {
    expect(await findCertificate(database.db, "业财一体信息化应用职业技能等级证书")).toBe("acc3-4");
    expect(await findCertificate(database.db, "财务")).toBeUndefined();
  });

  test("are replaced by an import of the same code, and all or none are taken", async () => {
    await upsertCertificates(database.db, [{ ...odd, name: { "zh-CN": "新名", en: "New" }, asOf: "2025" }]);
    expect(await findCertificate(database.db, "新名")).toBe("odd-1");
    expect(await listCertificates(database.db)).toHaveLength(all.length);
    const many = Array.from({ length: 250 }, (_, index) => ({ ...odd, code: `many-${index}` }));
    const broken = { ...odd, source: null as unknown as string };
    await expect(upsertCertificates(database.db, [...many, broken])).rejects.toThrow();
    expect(await listCertificates(database.db)).toHaveLength(all.length);
  });
});

test("the catalogue that ships says where each entry comes from, and what is invented", () => {
  for (const one of accountingCertificates) {
    expect(one).toMatchObject({ synthetic: false, asOf: "2022", batch: "3" });
    expect(one.source).toContain("ISIME 2022");
  }
  expect(accountingCertificates).toHaveLength(6);
  for (const one of inventedCertificates) {
    expect(one.synthetic).toBe(true);
    for (const text of [one.name, one.issuer]) {
      expect(text["zh-CN"]).toContain("（虚构）");
      expect(text.en).toContain("(invented)");
    }
  }
});
