import { expect, test } from "vitest";
import { darkTheme, lightTheme, printTheme } from "./theme.ts";

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** CIE lightness, 0 to 100: what a grey print keeps of a colour. */
const lightness = (hex: string) => 116 * Math.cbrt(luminance(hex)) - 16;

test.each([
  ["light", lightTheme],
  ["dark", darkTheme],
  ["print", printTheme],
])("%s: every text reaches AA on what it stands on", (_name, theme) => {
  for (const text of [theme.ink, theme.muted, theme.amber])
    expect(contrast(text, theme.paper)).toBeGreaterThanOrEqual(4.5);
  theme.attitude.forEach((colour, i) => {
    expect(contrast(theme.onAttitude[i]!, colour), colour).toBeGreaterThanOrEqual(4.5);
  });
  theme.shade.forEach((colour, i) => {
    expect(contrast(theme.onShade[i]!, colour), colour).toBeGreaterThanOrEqual(4.5);
  });
});

test("a grey print keeps the five steps apart", () => {
  for (const five of [printTheme.attitude, printTheme.plain, printTheme.shade]) {
    const greys = five.map(lightness).sort((a, b) => a - b);
    greys.slice(1).forEach((grey, i) => {
      expect(grey - greys[i]!).toBeGreaterThan(6);
    });
  }
});

/** How each eye sees linear red, green and blue: Machado, Oliveira & Fernandes 2009, severity 1.0. */
const eyes = {
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** CIE L*a*b*, D65, of a colour as one of these eyes sees it. */
function seen(hex: string, eye: readonly number[]): number[] {
  const rgb = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  const [red, green, blue] = [0, 3, 6].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        rgb.reduce((sum, part, at) => sum + part * eye[row + at]!, 0),
      ),
    ),
  ) as [number, number, number];
  const [x, y, z] = [
    (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
    0.2126 * red + 0.7152 * green + 0.0722 * blue,
    (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
  ].map((part) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116)) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

test.each(Object.entries(eyes))("the shades of a grid differ for %s eyes", (_name, eye) => {
  for (const { shade } of [lightTheme, darkTheme, printTheme]) {
    const five = shade.map((colour) => seen(colour, eye));
    five.forEach((one, i) => {
      for (const other of five.slice(i + 1))
        expect(Math.hypot(...one.map((part, at) => part - other[at]!))).toBeGreaterThan(20);
    });
  }
});
