import { type Instrument, instrumentDefinition } from "../definition.ts";
import onePlusXCollege from "./one-plus-x-college.json" with { type: "json" };
import onePlusXEmployer from "./one-plus-x-employer.json" with { type: "json" };
import onePlusXStudent from "./one-plus-x-student.json" with { type: "json" };
import onePlusXTeacher from "./one-plus-x-teacher.json" with { type: "json" };

/** The instruments that come with the product, parsed and checked on first use. */
export const templates = {
  "oneplusx-student": (): Instrument => instrumentDefinition.parse(onePlusXStudent),
  "oneplusx-teacher": (): Instrument => instrumentDefinition.parse(onePlusXTeacher),
  "oneplusx-college": (): Instrument => instrumentDefinition.parse(onePlusXCollege),
  "oneplusx-employer": (): Instrument => instrumentDefinition.parse(onePlusXEmployer),
};
