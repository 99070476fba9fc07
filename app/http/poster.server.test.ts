import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import type { Poster } from "./poster.server.ts";
import { posterPdf } from "./poster-pdf.server.ts";
import { posterSlide } from "./poster-slide.server.ts";
import { linkParts } from "./poster-words.ts";
import { qrModules } from "./qr.server.ts";

const poster: Poster = {
  format: "pdf",
  language: "both",
  title: { "zh-CN": "1+X证书学生态度调查", en: "Student attitudes to 1+X certificates" },
  institution: { "zh-CN": "职业教育研究所", en: "Institute for Vocational Education" },
  contact: "research@example.org",
  minutes: { from: 8, to: 12 },
  until: { "zh-CN": "2026年12月4日", en: "4 December 2026" },
  url: "https://survey.example.edu.cn/s/kjbd2442",
  day: "2026-11-22",
  synthetic: true,
};
const long: Poster = {
  ...poster,
  title: {
    "zh-CN": "某省职业院校学生态度普查".repeat(8),
    en: "Attitudes of students at vocational colleges ".repeat(8),
  },
  url: `https://${"very-long-name.".repeat(5)}example.edu.cn/surveys/s/kjbd2442`,
};

describe.each([
  ["usual", poster],
  ["with a title and a link that never end", long],
])("a poster, %s", (_, one) => {
  test.each(["zh-CN", "en", "both"] as const)(
    "in %s: one tagged page, its characters embedded",
    async (language) => {
      const pdf = await posterPdf([{ ...one, language }]);
      const text = pdf.toString("latin1");
      expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
      expect(text).toContain("/MarkInfo");
      expect(text).toContain("/FontFile2");
      expect(text).toContain(`/Lang (${language === "en" ? "en" : "zh-CN"})`);
      // Two whole fonts would be twenty megabytes.
      expect(pdf.length).toBeLessThan(150_000);
    },
  );

  test("the code on the slide is the link's, module by module, and almost half as high as the screen", async () => {
    const image = await loadImage(posterSlide({ ...one, format: "png" }));
    expect([image.width, image.height]).toEqual([1920, 1080]);
    const pen = createCanvas(1920, 1080).getContext("2d");
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, 1920, 1080);
    const isDark = (x: number, y: number) => (data[4 * (y * 1920 + x)] ?? 255) < 128;
    const rows = qrModules(one.url);
    const module = Math.floor(700 / rows.length);
    expect((rows.length - 8) * module).toBeGreaterThan(0.45 * 1080);
    const read = rows.map((row, y) =>
      row.map((__, x) => isDark(56 + Math.round((x + 0.5) * module), 72 + Math.round((y + 0.5) * module))),
    );
    expect(read).toEqual(rows);
  });
});

test("a code to type falls into groups; an address with words in it stays whole", () => {
  expect(linkParts("https://a.example/s/kjbd2442")).toEqual({
    before: "a.example/s/",
    groups: ["kjbd", "2442"],
  });
  expect(linkParts("http://a.example/s/demo-pilot")).toEqual({
    before: "a.example/s/",
    groups: ["demo-pilot"],
  });
});

test("the posters of many classes are one file, a page each", async () => {
  const named = (name: string) => ({ ...poster, group: { "zh-CN": name, en: name } });
  const pdf = await posterPdf([named("会计2401班"), named("会计2402班"), named("会计2403班")]);
  expect(pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g)).toHaveLength(3);
  expect(pdf.length).toBeLessThan(200_000);
});
