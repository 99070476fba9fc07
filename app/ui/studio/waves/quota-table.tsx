import { Form, Link } from "@remix-run/react";
import type { QuotaTold } from "#app/fieldwork/quota.ts";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped } from "../amount.ts";
import { TableBox } from "../table-box.tsx";

export interface QuotaLine {
  id: string;
  name: Text;
  cell: Record<string, string>;
  who: Text;
  door?: { slug: string; name: Text } | undefined;
  most: number;
  /** Null where it is held back. */
  taken: NonNullable<QuotaTold> | null;
  full: boolean;
}

interface QuotaTableProps {
  quotas: QuotaLine[];
  /** Fewest answers of which staff see how many they are. */
  staffK: number;
  /** The page where they change. */
  address: string;
}

/** Quotas with what they have taken, and the ways to change them. */
export function QuotaTable({ quotas, staffK, address }: QuotaTableProps) {
  const language = useLanguage();
  const { waves } = useMessages();
  const words = waves.quotaPage;
  return (
    <>
      <TableBox label={waves.quotas} wide>
        <table className="studio-cards">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.where}</th>
              <th scope="col" className="number">
                {words.taken}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {quotas.map((quota) => (
              <tr key={quota.id}>
                <th scope="row" className="whole">
                  {quota.name[language]}
                </th>
                <td data-label={words.who}>{quota.who[language]}</td>
                <td data-label={words.where}>{quota.door?.name[language] ?? words.allDoors}</td>
                <td className="number" data-label={words.taken}>
                  {quota.taken === null ? (
                    <span className="wave-few">{waves.under}</span>
                  ) : (
                    fill(quota.taken.atLeast ? words.atLeast : "{n}", { n: grouped(language, quota.taken.n) })
                  )}
                  {" / "}
                  {grouped(language, quota.most)}
                  {quota.full ? <span className="studio-flag">{words.isFull}</span> : null}
                </td>
                <td className="whole">
                  <Form method="post" action={address} className="wave-row-ways">
                    <Link
                      className="studio-back"
                      to={`${address}?quota=${quota.id}#quota-form`}
                      aria-label={fill(words.changeOf, { name: quota.name[language] })}
                    >
                      {words.change}
                    </Link>
                    <input type="hidden" name="id" value={quota.id} />
                    <button
                      className="plain"
                      type="submit"
                      name="intent"
                      value="delete"
                      aria-label={fill(words.removeOf, { name: quota.name[language] })}
                    >
                      {words.remove}
                    </button>
                  </Form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {quotas.some(({ taken }) => taken === null || taken.atLeast) ? (
        <p className="studio-hint">{fill(words.steps, { k: staffK })}</p>
      ) : null}
    </>
  );
}
