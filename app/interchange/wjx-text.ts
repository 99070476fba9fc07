import type { GivenFile, InstrumentFormat } from "./format.ts";
import { limits, Unreadable } from "./report.ts";
import { readHead } from "./wjx-text-head.ts";
import { kinds } from "./wjx-text-kinds.ts";
import { linesOf } from "./wjx-text-lines.ts";
import { readWjxText } from "./wjx-text-read.ts";
import { writeWjxText } from "./wjx-text-write.ts";

const enough = 64 * 1024;

/** A text with at least one of 问卷星's types between brackets, near its beginning. */
function recognises({ bytes }: GivenFile): boolean {
  if (bytes.length > limits.bytes) return false;
  const end = bytes.length > enough ? bytes.lastIndexOf(10, enough) : bytes.length;
  try {
    const { lines } = linesOf(bytes.subarray(0, end > 0 ? end : enough));
    if (/^[{[<]/.test(lines[0]?.text ?? "") && !readHead(lines[0]?.text ?? "").kind) return false;
    return lines
      .map(({ text }) => readHead(text))
      .some(({ type, remark }) => !remark && Object.hasOwn(kinds, type));
  } catch (problem) {
    if (problem instanceof Unreadable) return false;
    throw problem;
  }
}

/** The text in which 问卷星 (wjx.cn) takes and gives questionnaires. */
export const wjxText = {
  name: { "zh-CN": "问卷星文本", en: "问卷星 (wjx.cn) text" },
  extensions: ["txt"],
  mediaType: "text/plain; charset=utf-8",
  recognises,
  read: readWjxText,
  write: writeWjxText,
} satisfies InstrumentFormat;
