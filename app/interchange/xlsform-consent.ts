import type { Instrument } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import { minimalConsent } from "./minimal-consent.ts";
import { type Items, metadata } from "./xlsform-items.ts";
import type { Form } from "./xlsform-kinds.ts";
import { ownColumn } from "./xlsform-own.ts";
import { joined, noteText } from "./xlsform-pages.ts";
import type { Node, QuestionNode } from "./xlsform-tree.ts";

/** What stands before the questions of a form, and the questions. */
export interface Opening {
  invitation: QuestionNode[];
  letter: QuestionNode[];
  ticks: QuestionNode[];
  rest: Node[];
}

/**
 * Tells the opening of a form from its questions. In files of ours a group says that it is the consent. In others the
 * acknowledgements before the first question are the ticks and the notes above them the letter; without any, the notes
 * that stand first of all are the invitation.
 */
export function openingOf(tree: Node[], { columns }: Form): Opening {
  const role = (node: Node) => columns.value(node.row, ownColumn("role"));
  const ours = tree.find((node) => node.is === "group" && role(node) === "consent");
  if (ours?.is === "group") {
    const inside = ours.children.filter((node) => node.is === "question");
    const notes = inside.filter((node) => node.type.base === "note");
    return {
      invitation: notes.filter((node) => role(node) === "invitation"),
      letter: notes.filter((node) => role(node) !== "invitation"),
      ticks: inside.filter((node) => node.type.base !== "note"),
      rest: tree.filter((node) => node !== ours),
    };
  }
  const leading: QuestionNode[] = [];
  collect(tree, leading);
  const lastTick = leading.findLastIndex(({ type }) => type.base === "acknowledge");
  const taken = leading.slice(0, lastTick + 1);
  if (taken.length > 0) {
    const away = new Set<Node>(taken);
    return {
      invitation: [],
      letter: taken.filter(({ type }) => type.base === "note"),
      ticks: taken.filter(({ type }) => type.base === "acknowledge"),
      rest: without(tree, away),
    };
  }
  const first = tree.findIndex(
    (node) => !(node.is === "question" && (node.type.base === "note" || isSilent(node))),
  );
  const invitation = tree
    .slice(0, Math.max(0, first))
    .filter((node): node is QuestionNode => node.is === "question" && node.type.base === "note")
    .filter(({ row }) => !columns.value(row, "relevant"));
  return {
    invitation,
    letter: [],
    ticks: [],
    rest: tree.filter((node) => !invitation.includes(node as QuestionNode)),
  };
}

const isSilent = ({ type }: QuestionNode) =>
  metadata.has(type.base) || ["calculate", "hidden"].includes(type.base);

/** Notes and acknowledgements up to the first question, whatever groups they are in. */
function collect(nodes: Node[], found: QuestionNode[]): boolean {
  for (const node of nodes) {
    if (node.is === "question") {
      if (node.type.base === "note" || node.type.base === "acknowledge") found.push(node);
      else if (!isSilent(node)) return false;
    } else if (node.is === "repeat" || !collect(node.children, found)) return false;
  }
  return true;
}

const without = (nodes: Node[], away: Set<Node>): Node[] =>
  nodes
    .filter((node) => !away.has(node))
    .map((node) => (node.is === "question" ? node : { ...node, children: without(node.children, away) }));

/** The letter and the ticks as the form has them. */
export const readConsent = (opening: Opening, form: Form, items: Items): Instrument["consent"] => ({
  letter: opening.letter.map((node) => said(node, form, items)),
  ticks: opening.ticks.flatMap((node) => items.read(node) ?? []),
});

/** Whatever of a consent the form lacks is the house's; the house's tick is called as nothing else is. */
export function completeConsent(
  consent: Instrument["consent"],
  form: Form,
  items: Items,
): Instrument["consent"] {
  if (consent.letter.length > 0 && consent.ticks.length > 0) return consent;
  form.report.add("changed.consent", {});
  const house = minimalConsent();
  return {
    letter: consent.letter.length > 0 ? consent.letter : house.letter,
    ticks:
      consent.ticks.length > 0
        ? consent.ticks
        : house.ticks.map((tick) => ({ ...tick, code: items.codes.of(tick.code) })),
  };
}

export function readInvitation({ invitation }: Opening, form: Form, items: Items): Text {
  const words = joined(invitation.map((node) => said(node, form, items)));
  return form.report.cut(words, {});
}

function said(node: QuestionNode, form: Form, items: Items): Text {
  const place = items.place(node.row);
  items.leftovers(node.row, []);
  form.report.count("note");
  const expression = form.columns.value(node.row, "relevant");
  if (expression) form.report.add("lost.routing", place, { expression }, node.name);
  if (!form.own) form.report.add("changed.kind", place, { from: "note", to: "consent" }, node.name);
  return noteText(node, form);
}
