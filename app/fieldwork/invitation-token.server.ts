import { createHash, randomBytes } from "node:crypto";

/** What makes a link personal: 128 random bits, in letters that survive any mail program. */
export const newToken = () => randomBytes(16).toString("base64url");

export const isToken = (value: unknown): value is string =>
  typeof value === "string" && /^[\w-]{22}$/.test(value);

/** All the server keeps of a link, so that a copy of the database opens no door. */
export const tokenHash = (token: string) =>
  createHash("sha256").update(`tributary link ${token}`).digest("hex");
