/**
 * Colours and type of every chart, on every surface. ui/tokens.css carries the same hexes:
 *
 *   light and print                          dark
 *   --attitude-1  #9a3b00  on it #ffffff     #f39a55  on it #10191f
 *   --attitude-2  #e8a36c  on it #14222b     #a85a22  on it #ffffff
 *   --attitude-3  #dcdad4  on it #14222b     #4a5257  on it #ffffff
 *   --attitude-4  #6198c9  on it #14222b     #4079ad  on it #ffffff
 *   --attitude-5  #164a7f  on it #ffffff     #93c3ef  on it #10191f
 *
 * Orange and blue stay apart for every common colour blindness. On light paper the five have CIE lightness 38, 73, 87, 61
 * and 31: no two alike, so a grey print keeps them apart. Text on each has a contrast of at least 4.5.
 * Cells of a grid are shaded from purple (below what is expected) to green (above): neither is good nor bad.
 */
export type FiveColours = readonly [string, string, string, string, string];

export interface ChartTheme {
  paper: string;
  ink: string;
  muted: string;
  hairline: string;
  axis: string;
  /** Plain bars and points: the river's teal. */
  river: string;
  /** The synthetic-data mark only. */
  amber: string;
  hatch: string;
  attitude: FiveColours;
  /** The same five steps where agreeing is neither good nor bad: greys to the river's teal. */
  plain: FiveColours;
  /** Text on top of each attitude colour. */
  onAttitude: FiveColours;
  /** Cells from far below to far above what is expected; the middle one is the paper. */
  shade: FiveColours;
  onShade: FiveColours;
}

export const lightTheme: ChartTheme = {
  paper: "#fbfaf6",
  ink: "#14222b",
  muted: "#4a5a64",
  hairline: "#e3e0d8",
  axis: "#7d8a92",
  river: "#0b6b70",
  amber: "#8a5a00",
  hatch: "#7d8a92",
  attitude: ["#9a3b00", "#e8a36c", "#dcdad4", "#6198c9", "#164a7f"],
  plain: ["#686f74", "#b3bac0", "#dcdad4", "#5fa6a4", "#0b5a5e"],
  onAttitude: ["#ffffff", "#14222b", "#14222b", "#14222b", "#ffffff"],
  shade: ["#5b2a7c", "#cbb2dd", "#fbfaf6", "#66ad84", "#1d6b47"],
  onShade: ["#ffffff", "#14222b", "#14222b", "#14222b", "#ffffff"],
};

export const darkTheme: ChartTheme = {
  paper: "#10191f",
  ink: "#e8ecee",
  muted: "#a9b6be",
  hairline: "#26343d",
  axis: "#7f909b",
  river: "#5cc4c2",
  amber: "#f0bd5e",
  hatch: "#8b9aa4",
  attitude: ["#f39a55", "#a85a22", "#4a5257", "#4079ad", "#93c3ef"],
  plain: ["#b4bcc2", "#7c868d", "#4a5257", "#3d8583", "#86d8d4"],
  onAttitude: ["#10191f", "#ffffff", "#ffffff", "#ffffff", "#10191f"],
  shade: ["#c9a2ea", "#6f4896", "#10191f", "#2f7a55", "#86d9ac"],
  onShade: ["#10191f", "#ffffff", "#e8ecee", "#ffffff", "#10191f"],
};

/** White paper, darker greys: thin lines survive an office printer. */
export const printTheme: ChartTheme = {
  ...lightTheme,
  paper: "#ffffff",
  ink: "#111111",
  muted: "#4a4f52",
  hairline: "#d4d2cc",
  axis: "#6b7072",
  hatch: "#5c6163",
  shade: ["#5b2a7c", "#cbb2dd", "#ffffff", "#66ad84", "#1d6b47"],
};

export const type = {
  title: { size: 17, line: 25 },
  label: { size: 15, line: 22 },
  value: { size: 14, line: 20 },
  small: { size: 13, line: 19 },
} as const;

/** Screens and SVG files use the reader's own Chinese font; PNG and PDF bring Noto Sans SC. */
export const fontStack = '"PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif';
