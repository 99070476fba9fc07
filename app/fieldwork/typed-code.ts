/**
 * The addresses that a typed code may mean, the likeliest first: people type capitals and spaces, full-width letters,
 * or paste the whole link.
 */
export function addressesMeant(typed: string): string[] {
  const plain = typed.normalize("NFKC").trim().toLowerCase().slice(0, 300);
  const pasted = /\/s\/([^/?#]+)/.exec(plain)?.[1] ?? plain;
  const spaceless = pasted.replace(/\s/g, "");
  const dashless = spaceless.replace(/\p{Pd}/gu, "");
  return [...new Set([spaceless, dashless])].filter((one) => /^[\w-]{1,64}$/.test(one));
}
