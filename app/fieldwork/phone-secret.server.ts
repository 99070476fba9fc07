import { createHash, randomBytes } from "node:crypto";
import { codeLetters, spellCode } from "./spell-code.ts";

/**
 * The phone holds one secret of 128 random bits. Everything the server files an answer under is a one-way name of it,
 * so that draft, response and withdrawal code cannot be led back to one another, or to the phone, from what is stored.
 */
const named = (purpose: string, secret: string) =>
  createHash("sha256").update(`tributary ${purpose} `).update(secret).digest();

/** A fresh secret, for phones that cannot make their own (no JavaScript). */
export const newSecret = () => randomBytes(16).toString("hex");

/** Whether this is a secret as a phone makes it: 32 hexadecimal digits. */
export const isSecret = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{32}$/.test(value);

/** What the draft is kept under until it is sent. */
export const draftKey = (secret: string) => named("draft", secret).toString("hex");

/** The response's id: the same phone sending again gives the same id, which is what makes sending repeatable. */
export const responseId = (secret: string) => named("response", secret).subarray(0, 16).toString("hex");

/** What an invitation is marked with when this phone uses it: tells a second try by this phone from another phone's. */
export const invitationName = (secret: string) => named("invitation", secret).toString("hex");

/** The withdrawal code: 100 bits in five groups of four, for reading aloud and typing. */
export const withdrawalCode = (secret: string) => spellCode(named("withdrawal", secret));

/** A typed code as it was meant: case, spaces and dashes ignored, look-alikes corrected; undefined if it is no code. */
export function readCode(typed: string): string | undefined {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return plain.length === 20 && [...plain].every((letter) => codeLetters.includes(letter))
    ? plain
    : undefined;
}

/** All the server keeps of a code. */
export const codeHash = (code: string) =>
  createHash("sha256")
    .update(`tributary receipt ${readCode(code) ?? ""}`)
    .digest("hex");
