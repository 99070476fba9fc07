import net from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { encode } from "../http.ts";
import { hurryToLastPage } from "../survey.ts";
import { type Fault, listLosses } from "./fault.ts";
import { account, broken, newStudent, type Student, send } from "./hall.ts";
import { withServer } from "./own-server.ts";

/** Sends the last page and hangs up after `ms`, without waiting for an answer. */
async function sendAndVanish(url: string, student: Student, ms: number): Promise<void> {
  const { hostname, port, host, origin } = new URL(url);
  const body = encode({ OPS01: student.words, go: "next" });
  const socket = net.connect(Number(port), hostname);
  socket.on("error", () => {});
  await new Promise((resolve) =>
    socket.write(
      `POST /s/demo/words HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nCookie: draft=${student.secret}\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      resolve,
    ),
  );
  await pause(ms);
  socket.resetAndDestroy();
}

/** The phone loses its connection after the request went out: some are stored, none has a receipt, all ask again. */
export const gone: Fault = {
  name: "gone",
  run: (length, rounds = length === "short" ? 40 : 400) =>
    withServer(async (server, seeded) => {
      const students = Array.from({ length: rounds }, newStudent);
      const waiting = [...students];
      const seat = async () => {
        for (let student = waiting.pop(); student; student = waiting.pop()) {
          await hurryToLastPage(server.url, "demo", student.secret);
          await sendAndVanish(server.url, student, Math.random() * 8);
        }
      };
      await Promise.all(Array.from({ length: 8 }, seat));
      await pause(300);
      const between = await account(server.databaseFile, students, seeded);
      for (const student of students) await send(server.url, student);
      const found = await account(server.databaseFile, students, seeded);
      const sameCode = students.filter(({ receipt, secret }) => receipt === withdrawalCode(secret)).length;
      return {
        told:
          `${rounds} phones hung up: ${between.unsure.length} were stored by then; asked again, ` +
          `${sameCode} have their receipt, ${found.stored} rows`,
        losses: [
          ...broken(found),
          ...listLosses({
            "no answer got through before its phone hung up: this test proves nothing":
              between.unsure.length === 0,
            [`only ${sameCode} of ${rounds} have their receipt`]: sameCode < rounds,
            [`${found.stored} rows for ${rounds} students`]: found.stored !== rounds,
          }),
        ],
      };
    }),
};
