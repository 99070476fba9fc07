import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped } from "../amount.ts";

interface WavePrintsProps {
  address: string;
  /** Class codes that are open for posters, and how many come in one file. */
  posters: { classes: number; atOnce: number };
}

/** What goes to the classes: all links as a table, all posters to print. */
export function WavePrints({ address, posters: { classes, atOnce } }: WavePrintsProps) {
  const language = useLanguage();
  const { prints, doorPage } = useMessages().waves;
  const parts = Array.from({ length: Math.ceil(classes / atOnce) }, (_, at) => at + 1);
  return (
    <div className="wave-take">
      <p className="wave-files">
        <a href={`${address}/doors.csv`}>{prints.links}</a>
      </p>
      {parts.map((part) => {
        const range = { from: (part - 1) * atOnce + 1, to: Math.min(classes, part * atOnce) };
        const name = fill(parts.length === 1 ? prints.posters : prints.someOfPosters, {
          n: grouped(language, classes),
          ...range,
        });
        return (
          <p key={part} className="wave-files">
            <span>{name}</span>
            {(["zh-CN", "en", "both"] as const).map((one) => (
              <a
                key={one}
                href={`${address}/posters?format=pdf&language=${one}&part=${part}`}
                aria-label={`${name} ${doorPage.languages[one]}`}
              >
                {doorPage.languages[one]}
              </a>
            ))}
          </p>
        );
      })}
    </div>
  );
}
