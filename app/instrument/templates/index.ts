import { asked, type Instrument, instrumentDefinition } from "../definition.ts";
import onePlusXCollege from "./one-plus-x-college.json" with { type: "json" };
import onePlusXEmployer from "./one-plus-x-employer.json" with { type: "json" };
import onePlusXStudent from "./one-plus-x-student.json" with { type: "json" };
import onePlusXTeacher from "./one-plus-x-teacher.json" with { type: "json" };

/** The instruments that come with the product, parsed and checked on first use. */
export const templates = {
  "oneplusx-student": (): Instrument => asked(instrumentDefinition.parse(onePlusXStudent)),
  "oneplusx-teacher": (): Instrument => asked(instrumentDefinition.parse(onePlusXTeacher)),
  "oneplusx-college": (): Instrument => asked(instrumentDefinition.parse(onePlusXCollege)),
  "oneplusx-employer": (): Instrument => asked(instrumentDefinition.parse(onePlusXEmployer)),
};
