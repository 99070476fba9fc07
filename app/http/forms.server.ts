import { data } from "@remix-run/node";
import type { z } from "zod";
import { badRequest } from "./errors.server.ts";
import { hasTooManyFields } from "./limits.server.ts";

/** What a form said and what was wrong with it, on the way back into the page. */
export interface Refused<Problem extends string = string> {
  values: Record<string, string>;
  /** The first problem of each field: a key the page words in the reader's language. */
  errors: Record<string, Problem>;
}
export type Parsed<T> = { ok: true; data: T } | { ok: false; refused: Refused };

/** The body of a posted form. @throws 400 when it is not one, or has more fields than any of ours */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("Content-Type") ?? "";
  try {
    const body = Buffer.from(await request.arrayBuffer());
    if (hasTooManyFields(body, type)) throw badRequest();
    return await new Response(body, { headers: { "Content-Type": type } }).formData();
  } catch {
    throw badRequest();
  }
}

/**
 * Reads a form by a schema whose messages are problem keys. A field sent twice counts once; files count as empty.
 * Passwords are never sent back.
 */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): Parsed<z.output<Schema>> {
  const given: Record<string, string> = Object.create(null);
  for (const [name, value] of form) given[name] ??= typeof value === "string" ? value : "";
  const parsed = schema.safeParse({ ...given });
  if (parsed.success) return { ok: true, data: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? "form")] ??= issue.message;
  const values = Object.fromEntries(Object.entries(given).filter(([name]) => !/password/i.test(name)));
  return { ok: false, refused: { values, errors } };
}

/** Sends what was wrong back to the page, as the 400 it is. */
export const refuse = (refused: Refused, status = 400) => data(refused, { status });
