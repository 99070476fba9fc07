import { normaliseAddress } from "#app/fieldwork/mail-address.ts";
import { keyedHash } from "./secret.server.ts";

/** What is kept of an address that wants no more mail of a study: another study's hash of it is another one. */
export const addressHash = (studyId: string, address: string) =>
  keyedHash(`no mail ${studyId} ${normaliseAddress(address)}`);
