import { meansNames } from "#app/fieldwork/quality-flags.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped } from "../amount.ts";
import { TableBox } from "../table-box.tsx";

/** Kinds of signs by kinds of signs: how many responses both speak against. */
export function Together({ means }: { means: number[][] }) {
  const language = useLanguage();
  const { together, means: kinds } = useMessages().quality;
  return (
    <section className="studio-section" aria-labelledby="together">
      <h2 id="together">{together.title}</h2>
      <p>{together.lead}</p>
      <TableBox label={together.caption}>
        <table>
          <caption className="visually-hidden">{together.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{together.means}</th>
              {meansNames.map((name) => (
                <th scope="col" className="number" key={name}>
                  {kinds[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {meansNames.map((name, a) => (
              <tr key={name}>
                <th scope="row">{kinds[name]}</th>
                {meansNames.map((other, b) => (
                  <td className={a === b ? "number quiet" : "number"} key={other}>
                    {grouped(language, means[a]?.[b] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
