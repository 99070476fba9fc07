import { type Instrument, instrumentDefinition } from "../definition.ts";
import onePlusXStudent from "./one-plus-x-student.json" with { type: "json" };

/** The instruments that come with the product, parsed and checked on first use. */
export const templates = {
  "oneplusx-student": (): Instrument => instrumentDefinition.parse(onePlusXStudent),
};
