import { connect } from "#db/connect.server.ts";

/** The demo takes 450 answers from secondary schools, which a load would reach within a second. */
export async function liftQuotas(url: string): Promise<void> {
  const connection = connect(url);
  try {
    await connection.db.deleteFrom("quotas").execute();
  } finally {
    await connection.close();
  }
}
