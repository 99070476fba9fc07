import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped, percent } from "../amount.ts";
import type { DoorLine } from "./door-table.tsx";

interface DoorFactsProps {
  door: DoorLine & { most: number | null; unfinished: number | null };
  staffK: number;
  settings: string;
}

/** What came in through a door, and what is set for it. */
export function DoorFacts({ door, staffK, settings }: DoorFactsProps) {
  const language = useLanguage();
  const { waves } = useMessages();
  const { doorPage, doorForm } = waves;
  const number = (n: number | null, none: string) => (n === null ? none : grouped(language, n));
  const share =
    door.received !== null && door.expected ? percent(language, door.received / door.expected) : undefined;
  const name = (variable: string) =>
    Object.hasOwn(doorForm.variables, variable)
      ? doorForm.variables[variable as keyof typeof doorForm.variables]
      : variable;
  return (
    <>
      <section className="studio-section">
        <h2>{doorPage.numbers}</h2>
        <dl className="wave-facts">
          <Fact name={waves.received}>
            {number(door.received, waves.under)}
            {share ? <span className="studio-beside">{fill(doorPage.ofExpected, { share })}</span> : null}
          </Fact>
          <Fact name={doorPage.unfinished}>{number(door.unfinished, waves.under)}</Fact>
          <Fact name={waves.expected}>{number(door.expected, "–")}</Fact>
        </dl>
        {door.received === null ? <p className="studio-hint">{fill(waves.underWhy, { k: staffK })}</p> : null}
        {door.kind === "open" && share ? <p className="studio-hint">{doorPage.shareNote}</p> : null}
      </section>
      <section className="studio-section">
        <h2>{doorPage.settings}</h2>
        <dl className="wave-facts">
          <Fact name={waves.kind}>{waves.kinds[door.kind]}</Fact>
          <Fact name={doorForm.most}>{number(door.most, "–")}</Fact>
          {Object.entries(door.cohort).map(([variable, value]) => (
            <Fact key={variable} name={name(variable)}>
              {value[language]}
            </Fact>
          ))}
        </dl>
        <p className="wave-actions">
          <Link className="button quiet" to={settings}>
            {doorPage.changeSettings}
          </Link>
        </p>
      </section>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
