import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped } from "../amount.ts";
import { moment } from "../moment.ts";
import { TableBox } from "../table-box.tsx";

interface ExclusionsProps {
  exclusions: {
    accountId: string;
    by: string;
    decidedAt: string;
    reason: string;
    responses: number;
    standing: number;
  }[];
  timeZone: string;
}

/** Who left out how many and why, and the way back for each batch. */
export function Exclusions({ exclusions, timeZone }: ExclusionsProps) {
  const language = useLanguage();
  const { exclusions: says } = useMessages().quality;
  return (
    <section className="studio-section">
      <h2 id="exclusions">{says.title}</h2>
      {exclusions.length === 0 ? (
        <p>{says.none}</p>
      ) : (
        <>
          <p>{says.lead}</p>
          <TableBox label={says.title} wide>
            <table className="studio-cards">
              <thead>
                <tr>
                  <th scope="col">{says.when}</th>
                  <th scope="col">{says.by}</th>
                  <th scope="col">{says.reason}</th>
                  <th scope="col" className="number">
                    {says.responses}
                  </th>
                  <th scope="col" className="number">
                    {says.standing}
                  </th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {exclusions.map((one) => {
                  const when = moment(language, timeZone, one.decidedAt);
                  const n = grouped(language, one.standing);
                  return (
                    <tr key={`${one.accountId} ${one.decidedAt} ${one.reason}`}>
                      <th scope="row">{when}</th>
                      <td>{one.by}</td>
                      <td className="whole">{one.reason}</td>
                      <td className="number" data-label={says.responses}>
                        {grouped(language, one.responses)}
                      </td>
                      <td className="number" data-label={says.standing}>
                        {n}
                      </td>
                      <td>
                        {one.standing === 0 ? (
                          <span className="quiet-text">{says.takenBack}</span>
                        ) : (
                          <form method="post">
                            <input type="hidden" name="intent" value="take-back" />
                            <input type="hidden" name="by" value={one.accountId} />
                            <input type="hidden" name="decidedAt" value={one.decidedAt} />
                            <button
                              className="plain"
                              type="submit"
                              aria-label={fill(says.takeBackOf, { by: one.by, when, n })}
                            >
                              {says.takeBack}
                            </button>
                          </form>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </TableBox>
        </>
      )}
    </section>
  );
}
