import { expect, test } from "vitest";
import { inInstrumentOrder } from "./instrument-order.ts";

const line = (
  code: string,
  respondent: "student" | "teacher" | "college" | "employer",
  zh = code,
  en = zh,
) => ({
  ...{ code, respondent },
  title: zh ? { "zh-CN": zh, en } : undefined,
});

test("instruments stand by who answers them, then by the reader's title, untitled ones last", () => {
  const lines = [
    line("c-college", "college"),
    line("e-employer", "employer"),
    line("a-blank", "student", ""),
    line("z", "student", "安全", "Work safety"),
    line("b", "student", "证书", "Certificates"),
    line("t-teacher", "teacher"),
  ];
  const codes = (language: "zh-CN" | "en") => inInstrumentOrder(lines, language).map(({ code }) => code);
  expect(codes("en")).toEqual(["b", "z", "a-blank", "t-teacher", "c-college", "e-employer"]);
  // 安 (ān) before 证 (zhèng).
  expect(codes("zh-CN")).toEqual(["z", "b", "a-blank", "t-teacher", "c-college", "e-employer"]);
  expect(lines[0]?.code).toBe("c-college");
});
