import { Transform } from "node:stream";
import { createTransport, type Transporter } from "nodemailer";
import type { WrittenLetter } from "#app/fieldwork/letter.ts";
import { type MailError, type MailOutcome, mailOutcome, mailProblem } from "#app/fieldwork/mail-failure.ts";

export type Delivery =
  | { is: "accepted" }
  | {
      is: MailOutcome;
      problem: string /** It says something about the server, not about this letter. */;
      server: boolean;
    };

export interface Mailer {
  deliver(
    to: { address: string; name: string },
    letter: WrittenLetter,
    unsubscribe: string,
  ): Promise<Delivery>;
  /** Lets a delivery under way finish, unless forced. */
  close(force?: boolean): void;
}

/** What the mail client tells a plug-in of a message about to go out. */
interface Outgoing {
  data: { onHandedOver?: () => void };
  message: { transform(make: () => Transform): void };
}

/** Letters handed over at the same time: a server that thinks about each for seconds does not set the pace. */
export const lettersAtOnce = 4;

/**
 * Hands letters to a mail server over a few connections that stay open. Nothing is tried twice here: whether a letter
 * goes out again is for the queue to decide, which alone knows what "again" means.
 */
export function mailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: lettersAtOnce,
    maxMessages: 500,
    // The client's own way of sending again after a broken line: not here.
    maxRequeues: 0,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never) as Transporter;
  transport.use("stream", ((mail: Outgoing, done: () => void) => {
    mail.message.transform(
      () =>
        new Transform({
          transform(chunk, _encoding, next) {
            mail.data.onHandedOver?.();
            next(null, chunk);
          },
        }),
    );
    done();
  }) as never);
  return {
    async deliver(to, letter, unsubscribe) {
      let handedOver = false;
      const message = {
        from,
        to: { name: to.name, address: to.address },
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        list: { unsubscribe: { url: unsubscribe } },
        headers: {
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          "Auto-Submitted": "auto-generated",
          "X-Auto-Response-Suppress": "All",
        },
        onHandedOver: () => {
          handedOver = true;
        },
      };
      try {
        await transport.sendMail(message);
        return { is: "accepted" };
      } catch (error) {
        const { outcome, server } = mailOutcome(error as MailError, handedOver);
        return { is: outcome, problem: mailProblem(error as MailError), server };
      }
    },
    close(force = false) {
      (transport as unknown as { close(options: { force: boolean }): void }).close({ force });
    },
  };
}
