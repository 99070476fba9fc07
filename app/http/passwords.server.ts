import { hash, verify } from "@node-rs/argon2";

/** argon2id is the library's default kind. About 50 ms on one core of 2024: slow for a guesser, unnoticed at a sign-in. */
const cost = { memoryCost: 32_768, timeCost: 7, parallelism: 1 };

/** Long enough that guessing online is hopeless; nothing is asked of its characters (NIST SP 800-63B). */
export const shortestPassword = 12;
export const longestPassword = 200;

/** Keyboards compose the same letter in different ways. */
const spelled = (password: string) => password.normalize("NFKC");

export const hashPassword = (password: string) => hash(spelled(password), cost);

// Made at once, so that not even the first unknown name takes longer than the others.
const decoy = hash("the password of nobody", cost);

/** Whether the password is the right one. Without a hash (nobody of that name) it is not, after the same work. */
export async function isPassword(password: string, known: string | undefined): Promise<boolean> {
  const right = await verify(known ?? (await decoy), spelled(password));
  return right && known !== undefined;
}
