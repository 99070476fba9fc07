import { demoAccounts } from "#db/demo/study.ts";
import { Client } from "./http.ts";
import { addStranger } from "./store.ts";

/** A client with a session of its own. */
export async function signedIn(base: string, email: string, password: string): Promise<Client> {
  const client = new Client(base);
  const { status } = await client.post("/studio/sign-in", { email, password });
  if (status !== 302) throw new Error(`${email} could not sign in: ${status}`);
  return client;
}

export const researcherOf = (base: string) =>
  signedIn(base, demoAccounts.researcher.email, demoAccounts.researcher.password);

/** One client of each kind that the access table tells apart. */
export async function everyAsker(base: string, databaseFile: string) {
  const { email, study } = addStranger(databaseFile);
  return {
    study,
    askers: {
      anonymous: new Client(base),
      reader: await signedIn(base, demoAccounts.reader.email, demoAccounts.reader.password),
      researcher: await researcherOf(base),
      stranger: await signedIn(base, email, demoAccounts.researcher.password),
    },
  };
}
