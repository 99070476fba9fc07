// Asked for again and again by tables of texts; making one costs a hundred times as much as using it.
const names = new Map<string, string>();

/** What a language calls itself: 中文, English, ئۇيغۇرچە. A tag nobody has a name for is called by itself. */
export function nativeName(tag: string): string {
  const known = names.get(tag);
  if (known !== undefined) return known;
  const name = nameIn(tag, tag);
  names.set(tag, name);
  return name;
}

/** What a language is called in another. */
export function nameIn(tag: string, reader: string): string {
  if (tag === "zh-CN" && reader.startsWith("zh")) return "中文";
  try {
    // Of the product's own two, nobody asks which country's Chinese it is.
    return new Intl.DisplayNames([reader], { type: "language" }).of(tag === "zh-CN" ? "zh" : tag) ?? tag;
  } catch {
    return tag;
  }
}

// By the language's script where the tag says one, else by the language: those of Unicode that run from right to left.
const rightwardScripts = new Set(["arab", "hebr", "syrc", "thaa", "nkoo", "rohg", "mand", "samr", "adlm"]);
const rightward = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"]);

/** Which way a language is written. */
export function directionOf(tag: string): "ltr" | "rtl" {
  const [language = "", ...parts] = tag.toLowerCase().split("-");
  const script = parts.find((part) => part.length === 4 && /^[a-z]+$/.test(part));
  if (script) return rightwardScripts.has(script) ? "rtl" : "ltr";
  return rightward.has(language) ? "rtl" : "ltr";
}

/** Whether a tag can be an instrument's language: as BCP 47 writes it, in the spelling of its registry. */
export function languageTag(typed: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(typed.trim().replaceAll("_", "-"));
    return tag && /^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}
