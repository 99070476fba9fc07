import type { SliderItem } from "#app/questions/slider.ts";
import { Ends, Line } from "./line.tsx";
import type { Look } from "./look.ts";
import { Question } from "./question.tsx";

/** So many points still are wide enough on a line of a phone. */
const oneLine = 11;
/** So many words still fit under their points. */
const wordsUpTo = 5;

/** A line with steps: words under each where all have some, else numbers, with the words there are above. */
export const Slider: Look<SliderItem> = (look) => {
  const { item, given, language, problem } = look;
  const wordOf = ({ label }: SliderItem["steps"][number]) => label?.[language] ?? "";
  const isWorded = item.steps.length <= wordsUpTo && item.steps.every((step) => wordOf(step));
  const labelled = item.steps.filter((step) => wordOf(step));
  const steps = item.steps.map((step) => ({
    value: step.value,
    shown: isWorded ? wordOf(step) : step.value,
    name: !isWorded && wordOf(step) ? `${step.value} ${wordOf(step)}` : undefined,
  }));
  const lineLook = isWorded ? "words" : item.steps.length > oneLine ? "numbers" : "dots";
  const ends = labelled.map((step) => `${step.value} ${wordOf(step)}`);
  const isTold = !isWorded && ends.length > 0;
  return (
    <Question look={look} role="radiogroup" {...(isTold ? { describes: `${item.code}-ends` } : {})}>
      {isTold ? <Ends code={item.code} ends={ends} /> : null}
      <Line code={item.code} look={lineLook} steps={steps} given={given} focus={!!problem} />
    </Question>
  );
};
