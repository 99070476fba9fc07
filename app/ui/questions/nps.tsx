import type { NpsItem } from "#app/questions/nps.ts";
import { Ends, Line } from "./line.tsx";
import type { Look } from "./look.ts";
import { Question } from "./question.tsx";

/** Eleven numbers from 0 to 10, two lines of them on a phone. */
export const Nps: Look<NpsItem> = (look) => {
  const { item, given, language, problem } = look;
  const ends: Record<number, string> = { 0: `0 ${item.low[language]}`, 10: `10 ${item.high[language]}` };
  const steps = Array.from({ length: 11 }, (_, value) => ({ value, shown: value, name: ends[value] }));
  return (
    <Question look={look} role="radiogroup" describes={`${item.code}-ends`}>
      <Ends code={item.code} ends={[ends[0] ?? "", ends[10] ?? ""]} />
      <Line code={item.code} look="numbers" steps={steps} given={given} focus={!!problem} />
    </Question>
  );
};
