/** What a mail client reports about a letter that was not accepted. */
export interface MailError {
  message: string;
  code?: string | undefined;
  /** The command that was answered, such as `RCPT TO`. */
  command?: string | undefined;
  /** The answer's number, where there was an answer. */
  responseCode?: number | undefined;
  response?: string | undefined;
}

/**
 * What a failure means for the letter:
 * `later` – nothing wrong with it, try again; `refused` – the address takes no mail, ever; `failed` – this server does
 * not take this letter; `unsure` – the line broke after the letter had been handed over, it may have arrived.
 */
export type MailOutcome = "later" | "refused" | "failed" | "unsure";

/**
 * Reads a failure as RFC 5321 and RFC 3463 mean it.
 * @param handedOver whether the server was given any of the letter itself before the failure
 * @returns the outcome; `server` when it says something about the server rather than this letter
 */
export function mailOutcome(
  error: MailError,
  handedOver: boolean,
): { outcome: MailOutcome; server: boolean } {
  const answer = error.responseCode;
  if (!answer || answer === 421) {
    // An answer of 421 to the letter itself is still an answer: it was not taken.
    if (handedOver && !answer) return { outcome: "unsure", server: true };
    // The client would not even try to write to it.
    if (error.code === "EENVELOPE" && error.command === "API") return { outcome: "refused", server: false };
    if (error.code === "EMESSAGE") return { outcome: "failed", server: false };
    return { outcome: "later", server: true };
  }
  if (answer < 500) return { outcome: "later", server: error.command !== "RCPT TO" };
  if (error.command === "RCPT TO") {
    // 5.7.x is the server's policy ("relaying denied"), and says nothing about the address.
    const isPolicy = /^5\d\d[ -]5\.7\./.test(error.response ?? "");
    return isPolicy ? { outcome: "failed", server: false } : { outcome: "refused", server: false };
  }
  if (error.command === "DATA") return { outcome: "failed", server: false };
  // The sign-in or the sender was refused: the settings must be put right, the letters can wait.
  return { outcome: "later", server: true };
}

/** The server's sentence, fit to be kept and shown: one line, 200 letters at most. */
export const mailProblem = (error: MailError) =>
  (error.response || error.message)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 200);
