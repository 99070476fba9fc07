const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((one, at) => bytes[at] === one);

/**
 * Bytes as text, in whichever encoding people's tables and questionnaires come: with a mark, UTF-8, or else GBK as
 * Chinese Excel saves it.
 * @returns undefined where the bytes are no text
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const as = (encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes);
  try {
    if (startsWith(bytes, 0xff, 0xfe)) return as("utf-16le");
    if (startsWith(bytes, 0xfe, 0xff)) return as("utf-16be");
    if (bytes.includes(0)) return undefined;
    try {
      return as("utf-8");
    } catch {
      return as("gb18030");
    }
  } catch {
    return undefined;
  }
}
