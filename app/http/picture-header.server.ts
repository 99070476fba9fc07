/** What a picture's first bytes say of it; a photograph's size as the camera was built, not as it was held. */
export interface PictureHeader {
  kind: "jpeg" | "png" | "webp";
  width: number;
  height: number;
}

/**
 * Reads a picture's size from its header, so that a giant is refused before anything decodes it.
 * @returns undefined for whatever is none of the three kinds, or does not say its size
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readPng(view) ?? readJpeg(view) ?? readWebp(view);
  } catch (error) {
    // The header ends before it has said its size.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether something is written in XML: SVG can carry programs, and is never taken. */
export const looksLikeSvg = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*<(\?xml|!doctype|!--|svg|\w+:svg)/i.test(new TextDecoder().decode(bytes.subarray(0, 256)));

const textAt = (view: DataView, at: number, length: number) =>
  String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)));

function readPng(view: DataView): PictureHeader | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined;
  if (textAt(view, 12, 4) !== "IHDR") return undefined;
  return { kind: "png", width: view.getUint32(16), height: view.getUint32(20) };
}

function readJpeg(view: DataView): PictureHeader | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // Any number of FF may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { kind: "jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // The picture's data before any size.
    if (marker === 0xda || marker === 0xd9) return undefined;
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
}

function readWebp(view: DataView): PictureHeader | undefined {
  if (textAt(view, 0, 4) !== "RIFF" || textAt(view, 8, 4) !== "WEBP") return undefined;
  let width = 0;
  let height = 0;
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const chunk = textAt(view, at, 4);
    const length = view.getUint32(at + 4, true);
    const body = at + 8;
    // Moving pictures are many pictures.
    if (chunk === "ANIM" || chunk === "ANMF") return undefined;
    if (chunk === "VP8X") {
      width = 1 + (view.getUint32(body + 4, true) & 0xffffff);
      height = 1 + (view.getUint32(body + 6, true) >>> 8);
    } else if (chunk === "VP8 ") {
      width = Math.max(width, view.getUint16(body + 6, true) & 0x3fff);
      height = Math.max(height, view.getUint16(body + 8, true) & 0x3fff);
    } else if (chunk === "VP8L") {
      const bits = view.getUint32(body + 1, true);
      width = Math.max(width, 1 + (bits & 0x3fff));
      height = Math.max(height, 1 + ((bits >>> 14) & 0x3fff));
    }
    if (chunk === "VP8 " || chunk === "VP8L") return { kind: "webp", width, height };
    at = body + length + (length % 2);
  }
  return undefined;
}
