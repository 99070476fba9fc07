import type { DifferentialItem } from "#app/questions/differential.ts";
import { Ends, Line } from "./line.tsx";
import type { Look } from "./look.ts";
import { Question } from "./question.tsx";

/** Two opposites above a line of points. No point is coloured as good or bad. */
export const Differential: Look<DifferentialItem> = (look) => {
  const { item, given, language, problem } = look;
  const poles: Record<number, string> = { 1: item.left[language], [item.points]: item.right[language] };
  const steps = Array.from({ length: item.points }, (_, index) => {
    const value = index + 1;
    return { value, shown: value, name: poles[value] && `${value} ${poles[value]}` };
  });
  return (
    <Question look={look} role="radiogroup" describes={`${item.code}-ends`}>
      <Ends code={item.code} ends={[item.left[language], item.right[language]]} />
      <Line code={item.code} look="dots" steps={steps} given={given} focus={!!problem} />
    </Question>
  );
};
