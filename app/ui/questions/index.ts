import type { Item, QuestionKind } from "#app/questions/index.ts";
import { Catalogue } from "./catalogue.tsx";
import { Consent } from "./consent.tsx";
import { DateField } from "./date.tsx";
import { Differential } from "./differential.tsx";
import { Picture } from "./image.tsx";
import type { Look } from "./look.ts";
import { Multiple } from "./multiple.tsx";
import { Nps } from "./nps.tsx";
import { NumberField } from "./number.tsx";
import { Ranking } from "./ranking.tsx";
import { Scale } from "./scale.tsx";
import { Section } from "./section.tsx";
import { Short } from "./short.tsx";
import { Single } from "./single.tsx";
import { Slider } from "./slider.tsx";
import { Sum } from "./sum.tsx";
import { Words } from "./text.tsx";
import { Year } from "./year.tsx";

/** The look of every question kind: a kind without one does not compile. */
const registry: { [K in QuestionKind]: Look<Extract<Item, { kind: K }>> } = {
  scale: Scale,
  single: Single,
  multiple: Multiple,
  year: Year,
  catalogue: Catalogue,
  text: Words,
  consent: Consent,
  differential: Differential,
  number: NumberField,
  date: DateField,
  ranking: Ranking,
  sum: Sum,
  nps: Nps,
  slider: Slider,
  short: Short,
  section: Section,
  image: Picture,
  check: Single,
};

export const looks = registry as unknown as Record<QuestionKind, Look<Item>>;
