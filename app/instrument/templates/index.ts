import {
  asked,
  type Definition,
  draftDefinition,
  type Instrument,
  instrumentDefinition,
} from "../definition.ts";
import blank from "./blank.json" with { type: "json" };
import courseEvaluation from "./course-evaluation.json" with { type: "json" };
import onePlusXCollege from "./one-plus-x-college.json" with { type: "json" };
import onePlusXEmployer from "./one-plus-x-employer.json" with { type: "json" };
import onePlusXStudent from "./one-plus-x-student.json" with { type: "json" };
import onePlusXTeacher from "./one-plus-x-teacher.json" with { type: "json" };

/** The instruments that come with the product and can be asked as they are: as written, parsed and checked on use. */
export const completeDefinitions = {
  "oneplusx-student": (): Definition => instrumentDefinition.parse(onePlusXStudent),
  "oneplusx-teacher": (): Definition => instrumentDefinition.parse(onePlusXTeacher),
  "oneplusx-college": (): Definition => instrumentDefinition.parse(onePlusXCollege),
  "oneplusx-employer": (): Definition => instrumentDefinition.parse(onePlusXEmployer),
  "course-evaluation": (): Definition => instrumentDefinition.parse(courseEvaluation),
};
export type CompleteTemplate = keyof typeof completeDefinitions;

/** Everything a new instrument can start from; the blank one lacks the words only its author has. */
export const definitions = {
  ...completeDefinitions,
  blank: (): Definition => draftDefinition.parse(blank),
};
export type TemplateName = keyof typeof definitions;
export const templateNames = Object.keys(definitions) as TemplateName[];
export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(definitions, name);

/** The same as they are asked. */
export const templates = {
  "oneplusx-student": (): Instrument => asked(completeDefinitions["oneplusx-student"]()),
  "oneplusx-teacher": (): Instrument => asked(completeDefinitions["oneplusx-teacher"]()),
  "oneplusx-college": (): Instrument => asked(completeDefinitions["oneplusx-college"]()),
  "oneplusx-employer": (): Instrument => asked(completeDefinitions["oneplusx-employer"]()),
  "course-evaluation": (): Instrument => asked(completeDefinitions["course-evaluation"]()),
};
