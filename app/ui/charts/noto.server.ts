import { createRequire } from "node:module";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import type { Measure } from "./wrap.ts";

const require = createRequire(import.meta.url);

/** Files of the font that PNG and PDF are set in; a PDF embeds a subset of them. */
export const notoFiles = {
  regular: require.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
  bold: require.resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
};

export const notoFamily = '"Noto Sans SC"';

let pen: ReturnType<ReturnType<typeof createCanvas>["getContext"]> | undefined;

/** Loads the font on first use, once: 20 MB that a process which draws nothing should not read. */
export function notoPen() {
  if (!pen) {
    for (const file of Object.values(notoFiles)) {
      if (!GlobalFonts.registerFromPath(file, "Noto Sans SC"))
        throw new Error(`cannot load the font ${file}`);
    }
    pen = createCanvas(1, 1).getContext("2d");
  }
  return pen;
}

const widths = new Map<string, number>();
const mostWidths = 20_000;

/** Width in Noto Sans SC. Wrapping asks for the same characters again and again, so widths are kept. */
export const notoMeasure: Measure = (text, size, bold) => {
  const key = `${bold ? 700 : 400} ${size}px ${notoFamily}`;
  const known = widths.get(key + text);
  if (known !== undefined) return known;
  const context = notoPen();
  context.font = key;
  const { width } = context.measureText(text);
  if (widths.size >= mostWidths) widths.clear();
  widths.set(key + text, width);
  return width;
};
