import type { Item, QuestionKind } from "#app/questions/index.ts";
import { Catalogue } from "./catalogue.tsx";
import { Consent } from "./consent.tsx";
import type { Look } from "./look.ts";
import { Multiple } from "./multiple.tsx";
import { Scale } from "./scale.tsx";
import { Single } from "./single.tsx";
import { Words } from "./text.tsx";
import { Year } from "./year.tsx";

type Looks = { [K in QuestionKind]: Look<Extract<Item, { kind: K }>> };

/** The look of every question kind: a kind without one does not compile. */
const registry: Looks = {
  scale: Scale,
  single: Single,
  multiple: Multiple,
  year: Year,
  catalogue: Catalogue,
  text: Words,
  consent: Consent,
  ...({} as Omit<Looks, "scale" | "single" | "multiple" | "year" | "catalogue" | "text" | "consent">),
};

export const looks = registry as unknown as Record<QuestionKind, Look<Item>>;
