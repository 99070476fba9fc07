import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** The first line of piped input, or what is typed twice on a terminal that shows nothing of it. */
export async function askPassword(): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) {
    for await (const line of createInterface({ input: stdin })) return line;
    throw new Error("No password came in.");
  }
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal: true });
  const ask = (question: string) =>
    new Promise<string>((resolve, reject) => {
      stderr.write(question);
      lines.once("SIGINT", () => reject(new Error("Nothing was changed.")));
      lines.question("", (typed) => {
        stderr.write("\n");
        resolve(typed);
      });
    });
  try {
    const password = await ask("Password: ");
    if ((await ask("Once more: ")) !== password) throw new Error("The two passwords differ.");
    return password;
  } finally {
    lines.close();
  }
}
