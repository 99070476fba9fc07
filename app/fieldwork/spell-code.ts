/** Letters and digits that cannot be mistaken for one another on a phone screen or on paper (Crockford's base 32). */
export const codeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A withdrawal code as people read it: 100 of the given bits, in five groups of four. Phone and server spell alike. */
export function spellCode(bytes: Uint8Array): string {
  let code = "";
  for (let at = 0; at < 20; at++) {
    if (at > 0 && at % 4 === 0) code += "-";
    code += codeLetters[(bytes[at] as number) & 31];
  }
  return code;
}
