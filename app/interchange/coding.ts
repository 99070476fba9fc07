import type { z } from "zod";
import { code, optionCode } from "#app/questions/base.ts";

/**
 * Turns what a file calls its questions and options into this house's codes, each once. A name that already is a code
 * stays as it is.
 */
export class Coding {
  private readonly taken = new Set<string>();
  private readonly rule: z.ZodString;
  private readonly fallback: string;
  private readonly turn: (name: string) => string;

  private constructor(rule: z.ZodString, fallback: string, turn: (name: string) => string) {
    this.rule = rule;
    this.fallback = fallback;
    this.turn = turn;
  }

  /** Codes of items: capitals, digits, underscores, a letter first. */
  static items = () =>
    new Coding(code, "Q", (name) =>
      name
        .toUpperCase()
        .replace(/[^A-Z0-9]+/g, "_")
        .replace(/^[^A-Z]+/, "Q")
        .replace(/_+$/, "")
        .slice(0, 28),
    );

  /** Codes of options: small letters, digits, underscores. */
  static options = () =>
    new Coding(optionCode, "o", (name) =>
      name
        .toLowerCase()
        // -1 and 1 stay apart, and 1 stays 1.
        .replace(/^-(?=\d)/, "minus_")
        .replace(/[^a-z0-9]+/g, "_")
        .replace(/^_+|_+$/g, "")
        .slice(0, 28),
    );

  /** @param name as the file has it; without usable letters, the next free number after the fallback letter */
  of(name: string): string {
    const wanted = this.rule.safeParse(name).success ? name : this.turn(name);
    const base = this.rule.safeParse(wanted).success ? wanted : `${this.fallback}1`;
    let free = base;
    for (let at = 2; this.taken.has(free); at++)
      free = base === `${this.fallback}1` ? `${this.fallback}${at}` : `${base}_${at}`;
    this.taken.add(free);
    return free;
  }
}
