import { codeHash } from "#app/fieldwork/phone-secret.server.ts";
import { connect } from "#db/connect.server.ts";

/** What the store holds, seen without the server: how many rows go by each receipt's name. */
export async function storedReceipts(url: string): Promise<Map<string, number>> {
  const connection = connect(url);
  try {
    const rows = await connection.db.selectFrom("responses").select("receipt_hash").execute();
    const found = new Map<string, number>();
    for (const { receipt_hash } of rows) found.set(receipt_hash, (found.get(receipt_hash) ?? 0) + 1);
    return found;
  } finally {
    await connection.close();
  }
}

export interface Account {
  receipts: number;
  rows: number;
  /** Receipts without exactly one row. */
  lost: number;
  /** Receipts with more than one row. */
  doubled: number;
  /** New rows that belong to nobody who sent anything. */
  strangers: number;
  /** Rows of phones that sent their answers and never saw the receipt: allowed, they would be told on their next try. */
  unseen: number;
}

/**
 * Every receipt against the rows, and every new row against the senders.
 * @param before `storedReceipts` from before the load
 * @param receipts codes that phones were shown
 * @param senders codes of all phones that may have sent something
 */
export async function accountFor(
  url: string,
  before: Map<string, number>,
  receipts: readonly string[],
  senders: readonly string[],
): Promise<Account> {
  const after = await storedReceipts(url);
  const fresh = [...after].filter(([hash]) => !before.has(hash));
  const told = new Set(receipts.map(codeHash));
  const known = new Set(senders.map(codeHash));
  return {
    receipts: receipts.length,
    rows: fresh.reduce((sum, [, rows]) => sum + rows, 0),
    // A code given twice to different phones would be one lost as well.
    lost: [...told].filter((hash) => !after.has(hash)).length + (receipts.length - told.size),
    doubled: [...after.values()].filter((rows) => rows > 1).length,
    strangers: fresh.filter(([hash]) => !known.has(hash)).length,
    unseen: fresh.filter(([hash]) => known.has(hash) && !told.has(hash)).length,
  };
}

export const addsUp = ({ lost, doubled, strangers }: Account) => lost + doubled + strangers === 0;

export const accountLine = (account: Account) =>
  `${addsUp(account) ? "Every receipt has exactly one row and every row a sender" : "THE RECEIPTS DO NOT ADD UP"}: ` +
  `${account.receipts.toLocaleString("en")} receipts, ${account.rows.toLocaleString("en")} new rows, ` +
  `${account.lost} lost, ${account.doubled} doubled, ${account.strangers} rows of nobody, ` +
  `${account.unseen} stored but not seen by their phone.`;
