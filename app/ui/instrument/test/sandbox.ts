import type { Text } from "#app/locales/language.ts";
import type { View } from "#app/results/view.ts";

/** Fewer would be hidden by the disclosure gate nearly everywhere; more say nothing new. */
export const leastInvented = 20;
export const mostInvented = 2000;
export const mostSeed = 4_294_967_295;

/** What the form of the page asks for, as it was typed. */
export interface SandboxAsked {
  count: string;
  seed: string;
  errors: { count?: true; seed?: true };
}

/** Invented responses, counted. */
export interface Sandbox {
  view: View;
  k: number;
  count: number;
  /** How many of them came to each page. */
  pages: { code: string; title: Text; people: number }[];
}
