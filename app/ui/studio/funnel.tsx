import type { Funnel } from "#app/fieldwork/page-funnel.ts";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { amount, grouped } from "./amount.ts";
import { ShareBar } from "./share-bar.tsx";
import { TableBox } from "./table-box.tsx";

export type FunnelData = Funnel;

interface FunnelSectionProps {
  overview: {
    funnel: FunnelData;
    pages: { code: string; title: Text }[];
    received: number;
    withdrawn: number;
    excluded: number;
  };
}

/** How many came to each page, and where the unfinished ones stopped. */
export function FunnelSection({ overview }: FunnelSectionProps) {
  const language = useLanguage();
  const { overview: says } = useMessages().studio;
  const { funnel, pages, received, withdrawn, excluded } = overview;
  const number = (n: number) => grouped(language, n);
  return (
    <section className="studio-section">
      <h2>{says.pages}</h2>
      <p>
        {fill(says.pagesLead, {
          started: number(funnel.started),
          received: number(received),
          withdrawn: number(withdrawn),
          unfinished: number(funnel.started - funnel.completed),
        })}{" "}
        {excluded > 0 ? amount(language, says.excludedNote, excluded) : null}
      </p>
      <TableBox label={says.pages} wide>
        <table className="studio-funnel">
          <thead>
            <tr>
              <th scope="col">{says.page}</th>
              <th scope="col" className="number">
                {says.reached}
              </th>
              <td aria-hidden="true" />
              <th scope="col" className="number">
                {says.open}
              </th>
              <th scope="col" className="number">
                {says.gone}
              </th>
            </tr>
          </thead>
          <tbody>
            {funnel.rows.map((row) => (
              <tr key={row.page} className={row.page === funnel.narrowest?.page ? "look-here" : undefined}>
                <th scope="row">{pages.find((page) => page.code === row.page)?.title[language]}</th>
                <td className="number">{number(row.reached)}</td>
                <td className="bar">
                  <ShareBar share={row.reached / funnel.started} />
                </td>
                <td className="number">{number(row.open)}</td>
                <td className="number">{number(row.gone)}</td>
              </tr>
            ))}
            {funnel.elsewhere > 0 ? (
              <tr>
                <th scope="row">{says.elsewhere}</th>
                <td className="number">{number(funnel.elsewhere)}</td>
                <td colSpan={3} />
              </tr>
            ) : null}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{says.finished}</th>
              <td className="number">{number(funnel.completed)}</td>
              <td className="bar">
                <ShareBar share={funnel.completed / funnel.started} />
              </td>
              <td colSpan={2} />
            </tr>
          </tfoot>
        </table>
      </TableBox>
      <p className="studio-hint">{says.routingNote}</p>
    </section>
  );
}
