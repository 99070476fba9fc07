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
});

test("a grey print keeps the five attitudes apart", () => {
  for (const five of [printTheme.attitude, printTheme.plain]) {
    const greys = five.map(lightness).sort((a, b) => a - b);
    greys.slice(1).forEach((grey, i) => {
      expect(grey - greys[i]!).toBeGreaterThan(6);
    });
  }
});
