import { createHmac, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { env } from "./env.server.ts";

let secret: string | undefined;

/** SESSION_SECRET, or one made on first start and kept beside the data, so that a demo needs no configuration. */
function sessionSecret(): string {
  if (secret) return secret;
  secret = env().sessionSecret;
  if (secret) return secret;
  const file = path.resolve("data/session-secret");
  try {
    secret = fs.readFileSync(file, "utf8").trim();
  } catch {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    secret = randomBytes(32).toString("hex");
    fs.writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  }
  return secret;
}

/** A token's name in the database: without the server's secret a stolen copy of the table opens nothing. */
export const keyedHash = (token: string) => createHmac("sha256", sessionSecret()).update(token).digest("hex");
