/**
 * Colours and type of every chart, on every surface. The CSS tokens carry the same hexes:
 *
 *   light and print                          dark
 *   --attitude-1  #9a3b00  on it #ffffff     #f39a55  on it #14191b
 *   --attitude-2  #e59a63  on it #1b2326     #a9602c  on it #ffffff
 *   --attitude-3  #dcdad4  on it #1b2326     #5d6468  on it #ffffff
 *   --attitude-4  #6da0cf  on it #1b2326     #3a75ab  on it #ffffff
 *   --attitude-5  #164a7f  on it #ffffff     #93c3ef  on it #14191b
 *
 * Orange and blue stay apart for every common colour blindness. Lightness falls from the middle outwards (rises, in the
 * dark), and no two of the five share it, so a grey print keeps the order.
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
  /** Text on top of each attitude colour. */
  onAttitude: FiveColours;
}

export const lightTheme: ChartTheme = {
  paper: "#fdfcf9",
  ink: "#1b2326",
  muted: "#596367",
  hairline: "#e6e3db",
  axis: "#8b9294",
  river: "#1b6f73",
  amber: "#855600",
  hatch: "#7d8587",
  attitude: ["#9a3b00", "#e59a63", "#dcdad4", "#6da0cf", "#164a7f"],
  onAttitude: ["#ffffff", "#1b2326", "#1b2326", "#1b2326", "#ffffff"],
};

export const darkTheme: ChartTheme = {
  paper: "#14191b",
  ink: "#eceae4",
  muted: "#a7aeb0",
  hairline: "#2b3235",
  axis: "#747d80",
  river: "#5cb6b8",
  amber: "#e3b354",
  hatch: "#8a9294",
  attitude: ["#f39a55", "#a9602c", "#5d6468", "#3a75ab", "#93c3ef"],
  onAttitude: ["#14191b", "#ffffff", "#ffffff", "#ffffff", "#14191b"],
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
};

export const type = {
  title: { size: 17, line: 25 },
  label: { size: 15, line: 22 },
  value: { size: 14, line: 20 },
  small: { size: 13, line: 19 },
} as const;

/** Screens and SVG files use the reader's own Chinese font; PNG and PDF bring Noto Sans SC. */
export const fontStack = '"PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif';
