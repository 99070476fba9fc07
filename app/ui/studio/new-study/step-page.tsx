import type { ReactNode } from "react";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { StudioFrame } from "../studio-frame.tsx";
import "./new-study.css";

const steps = ["about", "instrument", "collector"] as const;
export type Step = (typeof steps)[number];

/** One step of making a study, with where it stands among the three. */
export function StepPage({
  account,
  step,
  lead,
  children,
}: {
  account: { name: string };
  step: Step;
  lead: ReactNode;
  children: ReactNode;
}) {
  const { newStudy } = useMessages();
  return (
    <StudioFrame account={account} title={newStudy.title} lead={lead}>
      <nav aria-label={newStudy.stepsLabel}>
        <ol className="new-study-steps">
          {steps.map((one, at) => (
            <li key={one} aria-current={one === step ? "step" : undefined}>
              <span className="visually-hidden">{fill(newStudy.step, { n: at + 1 })} </span>
              <span aria-hidden="true" className="new-study-number">
                {at + 1}
              </span>
              {newStudy.steps[one]}
            </li>
          ))}
        </ol>
      </nav>
      {children}
    </StudioFrame>
  );
}
