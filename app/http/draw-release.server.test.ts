import { describe, expect, test } from "vitest";
import { sampleRelease } from "#app/briefs/testing/sample-release.ts";
import { languages } from "#app/locales/language.ts";
import { readFileName } from "#app/ui/public/release-files.ts";
import { drawRelease } from "./draw-release.server.ts";

describe.each(languages)("the files of a release in %s", (language) => {
  test("a tagged brief of two to four pages with its fonts, tables, charts and the card", async () => {
    const files = new Map<string, { mediaType: string; text: string; size: number }>();
    for await (const { name, mediaType, bytes } of drawRelease(sampleRelease(), language)) {
      const text = Buffer.from(bytes).toString("latin1");
      files.set(name, { mediaType, text, size: bytes.length });
      expect(readFileName(`r1-${name}`)).toMatchObject({ name, language });
    }
    const pdf = files.get(`brief.${language}.pdf`)!;
    const pages = pdf.text.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(2);
    expect(pages).toBeLessThanOrEqual(4);
    expect(pdf.text).toContain("/MarkInfo");
    expect(pdf.text).toContain("/FontFile2");
    expect(pdf.text).toContain(`/Lang (${language})`);
    // Two whole fonts would be twenty megabytes.
    expect(pdf.size).toBeLessThan(300_000);
    expect(files.get(`share.${language}.png`)!.text.slice(16, 24)).toBe("\x00\x00\x04\xb0\x00\x00\x02\x76");
    const svgs = [...files].filter(([name]) => name.endsWith(".svg"));
    expect(svgs.length).toBeGreaterThan(20);
    for (const [, { text }] of svgs) {
      expect(text).toMatch(/^<svg|^<\?xml/);
      expect(text).not.toMatch(/<script|style=|href=/);
    }
  });
});
