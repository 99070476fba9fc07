import { randomInt } from "node:crypto";

/** Letters and digits that cannot be mistaken for one another on a blackboard; no vowels, so that no words appear. */
const alphabet = "23456789bcdfghjkmnpqrstvwxyz";

/** A door's address for people to type: eight of 28 signs, one in 3.8 × 10¹¹, so that guessing leads nowhere. */
export const newShortCode = () =>
  Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join("");
