import type { Item } from "#app/questions/index.ts";

/** What of an instrument says which items it asks; phones hold no more than this either. */
interface Asking<One> {
  consent: { ticks: One[] };
  pages: { items: One[] }[];
}

/** Everything that stands on its pages, in order, consent ticks first: headings and pictures too. */
export const shownIn = <One extends Item>({ consent, pages }: Asking<One>): One[] => [
  ...consent.ticks,
  ...pages.flatMap((one) => one.items),
];

/** All items that have an answer, in the order they are asked, consent ticks first. */
export const itemsOf = <One extends Item>(asking: Asking<One>): One[] => shownIn(asking).filter(isAnswered);

// Told by name, not by the registry of kinds: phones carry this without its schemas.
export const isAnswered = ({ kind }: Pick<Item, "kind">) => kind !== "section" && kind !== "image";
