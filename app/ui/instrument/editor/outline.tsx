import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { placeFor, placeOfElement } from "#app/instrument/standing.ts";
import { useMessages } from "../../language.tsx";
import type { EditorPageData } from "./editor-data.ts";
import { OutlineRow } from "./outline-row.tsx";
import { useOutlineMoves } from "./use-outline-moves.ts";

type Element = EditorPageData["definition"]["pages"][number]["items"][number];

/** Everything a survey is made of, in order: a list of links, each line with buttons that move it. */
export function Outline({ page }: { page: EditorPageData }) {
  const words = useMessages().editor;
  const { definition, head } = page;
  const moves = useOutlineMoves(page);
  const row = (place: string, extra: Partial<Parameters<typeof OutlineRow>[0]> = {}) => (
    <OutlineRow page={page} place={place} moves={moves} {...extra} />
  );
  const element = (one: Element): ReactNode => (
    <li key={one.code}>
      {row(placeOfElement(one), { element: one })}
      {one.kind === "block" ? <ol>{one.items.map((item) => element(item))}</ol> : null}
    </li>
  );
  return (
    <nav className="editor-outline" id="outline" aria-label={words.outline.label} {...moves.area}>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="base" value={head.draft} />
        <ol>
          <li>{row("instrument")}</li>
          <li>
            {row("consent")}
            <ol>{definition.consent.ticks.map((tick) => element(tick))}</ol>
          </li>
          {definition.pages.map((one, index) => (
            <li key={one.code}>
              {row(placeFor("page", one.code), { number: index + 1, routed: !!one.showIf })}
              <ol>{one.items.map(element)}</ol>
            </li>
          ))}
        </ol>
        <Adding what="page">{words.outline.addPage}</Adding>
        <Group title={words.outline.scales} add="answer-scale" button={words.outline.addScale}>
          {Object.keys(definition.scales).map((name) => (
            <li key={name}>{row(placeFor("scale", name))}</li>
          ))}
        </Group>
        <Group title={words.outline.themes} add="theme" button={words.outline.addTheme}>
          {definition.themes.map(({ code }) => (
            <li key={code}>{row(placeFor("theme", code))}</li>
          ))}
        </Group>
        <Group title={words.outline.scoring} add="scoring" button={words.outline.addScoring}>
          {definition.scoring.map(({ code }) => (
            <li key={code}>{row(placeFor("scoring", code))}</li>
          ))}
        </Group>
      </Form>
      <p className="studio-hint" id="outline-keys">
        {words.outline.keys}
      </p>
    </nav>
  );
}

function Group({
  title,
  add,
  button,
  children,
}: {
  title: string;
  add: string;
  button: string;
  children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ol>{children}</ol>
      <Adding what={add}>{button}</Adding>
    </section>
  );
}

const Adding = ({ what, children }: { what: string; children: ReactNode }) => (
  <p>
    <button className="plain" name="add" value={what}>
      {children}
    </button>
  </p>
);
