import type { Item } from "#app/questions/index.ts";

/** What of an instrument says which items it asks; phones hold no more than this either. */
interface Asking {
  consent: { ticks: Item[] };
  pages: { items: Item[] }[];
}

/** All items in the order they are asked, consent ticks first. */
export const itemsOf = ({ consent, pages }: Asking): Item[] => [
  ...consent.ticks,
  ...pages.flatMap((one) => one.items),
];
