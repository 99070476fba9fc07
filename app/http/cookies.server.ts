import { isLanguage, type Language, preferredLanguage } from "#app/locales/language.ts";
import { env } from "./env.server.ts";

const secure = () => env().publicUrl.startsWith("https:");

/** One cookie value by name, without parsing the rest. */
export function readCookie(request: Request, name: string): string | undefined {
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return decoded(part.slice(at + 1).trim());
  }
  return undefined;
}

/** A value that is no proper percent-encoding is none of ours. */
function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** A Set-Cookie value: HttpOnly, Lax, Secure whenever the public address is https. An empty value deletes. */
export function cookie(name: string, value: string, path: string, maxAge: number): string {
  const life = value === "" ? "Max-Age=0" : `Max-Age=${maxAge}`;
  return `${name}=${encodeURIComponent(value)}; Path=${path}; ${life}; HttpOnly; SameSite=Lax${secure() ? "; Secure" : ""}`;
}

/** The language to answer in: `?lang=`, then the reader's earlier choice, then the browser's wish, else Chinese. */
export function languageOf(request: Request): Language {
  const asked = new URL(request.url).searchParams.get("lang");
  if (isLanguage(asked)) return asked;
  const chosen = readCookie(request, "lang");
  return isLanguage(chosen) ? chosen : preferredLanguage(request.headers.get("Accept-Language"));
}

/**
 * Which of a survey's languages to ask in: `?lang=`, then the reader's earlier choice, then the browser's wish, else its
 * main one.
 */
export function spokenIn(request: Request, survey: readonly string[]): string {
  const wishes = [new URL(request.url).searchParams.get("lang"), readCookie(request, "lang")];
  for (const wish of wishes) if (wish && survey.includes(wish)) return wish;
  const accepted = (request.headers.get("Accept-Language") ?? "").toLowerCase().split(",");
  for (const part of accepted) {
    const [language = ""] = part.trim().split(/[-;]/);
    const found = survey.find((tag) => tag.toLowerCase().split("-")[0] === language);
    if (found) return found;
  }
  return survey[0] ?? "zh-CN";
}

/** Remembers `?lang=` so that the choice stays; undefined when nothing was chosen. */
export function rememberLanguage(request: Request, survey: readonly string[] = []): string | undefined {
  const asked = new URL(request.url).searchParams.get("lang");
  return asked && (isLanguage(asked) || survey.includes(asked))
    ? cookie("lang", asked, "/", 31_536_000)
    : undefined;
}
