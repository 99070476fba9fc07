import type { Measure } from "./wrap.ts";

/** Path segments and texts in the figure's own px; the sinks turn them into SVG elements or PDF operators. */
export type Segment =
  | { to: "move" | "line"; at: [number, number] }
  | { to: "curve"; at: [number, number, number, number, number, number] }
  | { to: "close" };

export interface RecordedStroke {
  op: "stroke";
  path: Segment[];
  colour: string;
  width: number;
  dash: number[];
}

export interface RecordedText {
  op: "text";
  text: string;
  x: number;
  /** Of the alphabetic baseline. */
  y: number;
  size: number;
  bold: boolean;
  align: "left" | "center" | "right";
  colour: string;
}

export type Recorded = { op: "fill"; path: Segment[]; colour: string } | RecordedStroke | RecordedText;

interface State {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  dash: number[];
  x: number;
  y: number;
}

const initial: State = {
  fillStyle: "#000000",
  strokeStyle: "#000000",
  lineWidth: 1,
  font: "400 10px sans-serif",
  textAlign: "left",
  textBaseline: "alphabetic",
  dash: [],
  x: 0,
  y: 0,
};

/**
 * The part of Canvas 2D that chart.js and our sheet use for figures, written down instead of painted. What a figure does
 * not need (clipping, rotation, gradients, images, transparency) is missing or throws: silence would draw a wrong chart.
 */
export class RecordingContext {
  readonly recorded: Recorded[] = [];
  readonly canvas: { width: number; height: number; getContext: () => RecordingContext };
  private readonly measure: Measure;
  private state: State = { ...initial };
  private readonly saved: State[] = [];
  private path: Segment[] = [];

  constructor(width: number, height: number, measure: Measure) {
    this.canvas = { width, height, getContext: () => this };
    this.measure = measure;
  }

  get fillStyle() {
    return this.state.fillStyle;
  }
  set fillStyle(colour: string) {
    this.state.fillStyle = solid(colour);
  }
  get strokeStyle() {
    return this.state.strokeStyle;
  }
  set strokeStyle(colour: string) {
    this.state.strokeStyle = solid(colour);
  }
  get lineWidth() {
    return this.state.lineWidth;
  }
  set lineWidth(width: number) {
    this.state.lineWidth = width;
  }
  get font() {
    return this.state.font;
  }
  set font(font: string) {
    this.state.font = font;
  }
  get textAlign() {
    return this.state.textAlign;
  }
  set textAlign(align: CanvasTextAlign) {
    this.state.textAlign = align;
  }
  get textBaseline() {
    return this.state.textBaseline;
  }
  set textBaseline(baseline: CanvasTextBaseline) {
    if (baseline !== "alphabetic")
      throw new Error(`figures set text on the alphabetic baseline, not ${baseline}`);
    this.state.textBaseline = baseline;
  }

  save() {
    this.saved.push({ ...this.state });
  }
  restore() {
    this.state = this.saved.pop() ?? this.state;
  }
  translate(x: number, y: number) {
    this.state.x += x;
    this.state.y += y;
  }
  /** chart.js resets to its pixel ratio, which is 1 on vectors. */
  setTransform(a: number, b: number, c: number, d: number, x: number, y: number) {
    if (a !== 1 || b !== 0 || c !== 0 || d !== 1) throw new Error("figures are neither scaled nor turned");
    this.state.x = x;
    this.state.y = y;
  }
  resetTransform() {
    this.setTransform(1, 0, 0, 1, 0, 0);
  }
  setLineDash(dash: number[]) {
    this.state.dash = [...dash];
  }
  getLineDash() {
    return this.state.dash;
  }
  /** Vectors start on empty paper. */
  clearRect() {}
  clip() {
    throw new Error("figures are not clipped");
  }

  beginPath() {
    this.path = [];
  }
  moveTo(x: number, y: number) {
    this.path.push({ to: "move", at: this.place(x, y) });
  }
  lineTo(x: number, y: number) {
    this.path.push({ to: this.path.length > 0 ? "line" : "move", at: this.place(x, y) });
  }
  closePath() {
    this.path.push({ to: "close" });
  }
  rect(x: number, y: number, width: number, height: number) {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }
  /** Clockwise, as Bézier curves of at most a quarter turn (error below 0.03 % of the radius). */
  arc(x: number, y: number, radius: number, from: number, to: number) {
    const steps = Math.max(1, Math.ceil(Math.abs(to - from) / (Math.PI / 2)));
    const turn = (to - from) / steps;
    const pull = (4 / 3) * Math.tan(turn / 4) * radius;
    this.lineTo(x + radius * Math.cos(from), y + radius * Math.sin(from));
    for (let i = 0; i < steps; i++) {
      const a = from + i * turn;
      const b = a + turn;
      const end = [x + radius * Math.cos(b), y + radius * Math.sin(b)] as const;
      const leave = this.place(
        x + radius * Math.cos(a) - pull * Math.sin(a),
        y + radius * Math.sin(a) + pull * Math.cos(a),
      );
      const arrive = this.place(end[0] + pull * Math.sin(b), end[1] - pull * Math.cos(b));
      this.path.push({ to: "curve", at: [...leave, ...arrive, ...this.place(...end)] });
    }
  }

  fill() {
    if (this.path.length > 0)
      this.recorded.push({ op: "fill", path: [...this.path], colour: this.fillStyle });
  }
  stroke() {
    if (this.path.length === 0 || this.lineWidth === 0) return;
    const { strokeStyle: colour, lineWidth: width, dash } = this.state;
    this.recorded.push({ op: "stroke", path: [...this.path], colour, width, dash: [...dash] });
  }
  fillRect(x: number, y: number, width: number, height: number) {
    this.aside(() => this.fill(), x, y, width, height);
  }
  strokeRect(x: number, y: number, width: number, height: number) {
    this.aside(() => this.stroke(), x, y, width, height);
  }

  measureText(text: string) {
    const { size, bold } = this.face();
    return { width: this.measure(text, size, bold) };
  }
  fillText(text: string, x: number, y: number) {
    const { textAlign } = this.state;
    const align = textAlign === "center" || textAlign === "right" ? textAlign : "left";
    const [placedX, placedY] = this.place(x, y);
    this.recorded.push({
      op: "text",
      text,
      x: placedX,
      y: placedY,
      ...this.face(),
      align,
      colour: this.fillStyle,
    });
  }

  private place(x: number, y: number): [number, number] {
    return [x + this.state.x, y + this.state.y];
  }
  private face() {
    const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(this.state.font) ?? [];
    if (!size) throw new Error(`not a figure's font: ${this.state.font}`);
    return { size: Number(size), bold: Number(weight) >= 600 };
  }
  /** fillRect and strokeRect leave the current path alone. */
  private aside(paint: () => void, x: number, y: number, width: number, height: number) {
    const kept = this.path;
    this.path = [];
    this.rect(x, y, width, height);
    paint();
    this.path = kept;
  }
}

function solid(colour: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`figures are drawn in solid colours, not ${colour}`);
  return colour;
}
