/**
 * The text of a table saved by a spreadsheet program: UTF-8 with or without a mark, UTF-16 ("Unicode text" of Excel), or
 * the GB 18030 family (GBK, GB 2312) that Chinese Excel still writes. What is valid UTF-8 is taken for it: GBK text of
 * more than a few characters never is.
 */
export function decodeTable(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
