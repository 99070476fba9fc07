import { accessTable } from "#app/http/access-table.ts";
import { randomFrom } from "#app/instrument/order.ts";
import { ask, type Client } from "./http.ts";

export interface FuzzReport {
  requests: number;
  statuses: Record<number, number>;
  broken: string[];
}

/** Words that have broken programs before. */
const nasty = [
  "",
  "%20",
  "%00",
  "%",
  "%E0%A4%A",
  "%ff%fe",
  "%F0%9F%98%80",
  "%ED%A0%80",
  "..%2f..%2fpackage.json",
  "%2e%2e/",
  "__proto__",
  "constructor",
  "toString",
  "-1",
  "0",
  "1e309",
  "99999999999999999999",
  "NaN",
  "null",
  "undefined",
  "true",
  "[]",
  "{}",
  "%7B%22a%22:1",
  "%27%20or%201=1--",
  "%3Cscript%3E",
  "2026-13-45",
  "0000-00-00T99:99",
  "a".repeat(900),
  "%E6%B1%87%E6%B5%81",
  "demo",
  "*",
  ";",
  "//",
];
/** Names that forms, addresses and programs of this kind read. */
const names =
  "go intent action code secret email password newPassword passwordAgain reason name title slug file CON01 CON02 SCR01 BG01 OPS01 at website seconds version seed preview lang page sort q door wave college class kind opens closes opensAt closesAt grace pause expected max language subject body to token id k format group by item filter after before limit index _routes __proto__ constructor".split(
    " ",
  );
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const types = [
  "application/x-www-form-urlencoded",
  "application/x-www-form-urlencoded; charset=utf-8",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "application/json",
  "text/plain",
  "",
];

/**
 * Seeded odd requests, made from every line of the access table and sent as every client in turn.
 * Broken is a 5xx (a 503 that says when to come back is a refusal), a connection cut off, a stack trace, or a page that takes five seconds.
 */
export async function fuzz(
  clients: Record<string, Client>,
  requests: number,
  seed: number,
): Promise<FuzzReport> {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const some = (most: number) => Math.floor(random() * (most + 1));
  const report: FuzzReport = { requests: 0, statuses: {}, broken: [] };

  const odd = () => {
    const rule = pick(accessTable);
    const [bare = "", query = ""] = rule.path.replace(/\{\w+\}/, () => pick(["1", ...nasty])).split("?");
    const segments = bare.split("/");
    if (random() < 0.4) segments[1 + some(segments.length - 2)] = pick(nasty);
    const questions = [query, ...Array.from({ length: some(3) }, () => `${pick(names)}=${pick(nasty)}`)];
    const path = `${segments.join("/")}${pick(["", "", "", "", ".data", "/", "/index"])}`;
    const method = random() < 0.7 ? rule.method : pick(methods);
    const fields = [
      ...Object.entries(rule.body ?? {}).map(([name, value]) => `${name}=${encodeURIComponent(value)}`),
      ...Array.from({ length: some(6) }, () => `${pick(names)}=${pick(nasty)}`),
    ].join("&");
    const type = random() < 0.7 ? (types[0] as string) : pick(types);
    const parts = `--x\r\nContent-Disposition: form-data; name="${pick(names)}"; filename="${pick(nasty)}"\r\n\r\n${pick(nasty)}\r\n--x--\r\n`;
    const who = pick(Object.keys(clients));
    const headers: Record<string, string> = {
      ...(random() < 0.95 ? { Origin: clients[who]?.base ?? "" } : {}),
      ...(method === "GET" || method === "HEAD" || method === "OPTIONS" ? {} : { "Content-Type": type }),
      ...(random() < 0.1 ? { "Accept-Language": pick(nasty) } : {}),
      ...(random() < 0.1 ? { Accept: pick(["application/json", "text/csv", "*/*;q=x", pick(nasty)]) } : {}),
      ...(random() < 0.1 ? { "If-None-Match": pick(nasty) } : {}),
      ...(random() < 0.1 ? { Range: `bytes=${pick(nasty)}` } : {}),
    };
    const jar = [...(clients[who]?.cookies ?? [])].map(([name, value]) => `${name}=${value}`);
    if (random() < 0.1) jar.push(`${pick(["draft", "session", "lang", "wish"])}=${pick(nasty)}`);
    if (jar.length > 0) headers.Cookie = jar.join("; ");
    const asks = questions.filter(Boolean).join("&");
    const body =
      headers["Content-Type"] === undefined ? undefined : type.startsWith("multipart") ? parts : fields;
    return { who, path: asks ? `${path}?${asks}` : path, method, headers, body };
  };

  const lane = async () => {
    while (report.requests < requests) {
      report.requests++;
      const { who, path, method, headers, body } = odd();
      const base = clients[who]?.base ?? "";
      const start = performance.now();
      const asked = { method, headers, ...(body === undefined ? {} : { body }) };
      const answer = await ask(base, path, asked).catch((error: Error) => error.message);
      const ms = performance.now() - start;
      const name = `${who}: ${method} ${path.slice(0, 150)} ${body?.slice(0, 200) ?? ""}`;
      if (typeof answer === "string") {
        report.broken.push(`${name}: ${answer}`);
        continue;
      }
      report.statuses[answer.status] = (report.statuses[answer.status] ?? 0) + 1;
      const isRefusal = answer.status === 503 && answer.headers["retry-after"] !== undefined;
      if (answer.status >= 500 && !isRefusal) report.broken.push(`${name}: ${answer.status}`);
      if (/\n\s+at .+:\d+:\d+/.test(answer.body)) report.broken.push(`${name}: a stack trace`);
      if (ms > 5000 && answer.status < 300) report.broken.push(`${name}: ${Math.round(ms)} ms`);
    }
  };
  // Whoever guesses at doors is kept waiting for seconds, eight at a time: the others go on.
  await Promise.all(Array.from({ length: 16 }, lane));
  return report;
}
