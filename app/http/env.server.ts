import { z } from "zod";

const shape = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number("a port number, 1 to 65535").int().min(1).max(65535).default(3000),
  DATABASE_URL: z
    .string()
    .min(1)
    .refine((url) => !/^[a-z][a-z0-9+]*:\/\//i.test(url) || /^(postgres(ql)?|file|sqlite):/.test(url), {
      error: "a SQLite file (data/tributary.db) or postgres://…",
    })
    .default("data/tributary.db"),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "the address people type, such as https://survey.example.edu.cn" })
    .optional(),
  SESSION_SECRET: z.string().min(32, "at least 32 random characters").optional(),
  TRUSTED_PROXY_HOPS: z.coerce
    .number("how many proxies stand in front: 0, 1, 2 …")
    .int()
    .min(0)
    .max(5)
    .default(0),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "smtp://user:password@host:587 or smtps://…:465" })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, "an address, such as Survey team <survey@example.edu.cn>")
    .max(200)
    .optional(),
  MAIL_PER_MINUTE: z.coerce.number("letters a minute, 1 to 600").int().min(1).max(600).default(30),
});

export interface Env {
  mode: "development" | "production" | "test";
  port: number;
  databaseUrl: string;
  /** Without a trailing slash; every absolute link is built from it, never from a request's Host. */
  publicUrl: string;
  sessionSecret: string | undefined;
  trustedProxyHops: number;
  /** Undefined: letters wait in the outbox and none leaves the machine. */
  mail: { smtpUrl: string; from: string } | undefined;
  mailPerMinute: number;
}

/**
 * The configuration, from environment variables.
 * @throws an Error whose message names each bad setting and what it expects
 */
export function readEnv(variables: Record<string, string | undefined>): Env {
  // An empty variable is an unset one: `PUBLIC_URL= npm start`.
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = shape.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(
        (issue) =>
          `${issue.path.join(".")}: expected ${issue.message.replace(/^Invalid input: expected /, "")}`,
      );
  const env = parsed.data;
  if (env?.PUBLIC_URL?.startsWith("https:") && !env.SESSION_SECRET) {
    problems.push(
      "SESSION_SECRET: expected at least 32 random characters, required when PUBLIC_URL is https",
    );
  }
  if (env?.SMTP_URL && !env.MAIL_FROM)
    problems.push("MAIL_FROM: expected an address, required with SMTP_URL");
  if (!env || problems.length > 0) throw new Error(`Tributary cannot start:\n  ${problems.join("\n  ")}`);
  return {
    mode: env.NODE_ENV,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
    sessionSecret: env.SESSION_SECRET,
    trustedProxyHops: env.TRUSTED_PROXY_HOPS,
    mail: env.SMTP_URL && env.MAIL_FROM ? { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM } : undefined,
    mailPerMinute: env.MAIL_PER_MINUTE,
  };
}

let known: Env | undefined;
/** This process's configuration, read once. */
export const env = (): Env => {
  known ??= readEnv(process.env);
  return known;
};
