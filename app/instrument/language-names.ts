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

// Languages of China that browsers have no names for, or other ones than the server: in Chinese, in English, in its own.
const unnamed = new Map<string, readonly [string, string, string]>([
  ["bo", ["藏语", "Tibetan", "བོད་སྐད་"]],
  ["ii", ["彝语", "Yi", "ꆈꌠꉙ"]],
  ["kk-Arab", ["哈萨克语（阿拉伯文）", "Kazakh (Arabic script)", "قازاق ءتىلى"]],
  ["mn-Mong", ["蒙古语（传统蒙古文）", "Mongolian (traditional script)", "монгол (монгол бичиг)"]],
  ["mn", ["蒙古语", "Mongolian", "монгол"]],
  ["ug", ["维吾尔语", "Uyghur", "ئۇيغۇرچە"]],
  ["yue", ["粤语", "Cantonese", "粵語"]],
  ["za", ["壮语", "Zhuang", "Vahcuengh"]],
]);

/** What a language is called in another: as far as we know how, the same on the server as in a browser. */
export function nameIn(tag: string, reader: string): string {
  if (tag === "zh-CN" && reader.startsWith("zh")) return "中文";
  const known = unnamed.get(tag);
  if (known && (reader === tag || reader === "en" || reader.startsWith("zh")))
    return known[reader === tag ? 2 : reader === "en" ? 1 : 0];
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
