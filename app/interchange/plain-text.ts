import { Parser } from "htmlparser2";

/** What a text says once its markup is taken out, and what went with the markup. */
export interface PlainText {
  text: string;
  /** Whether it looked another way: paragraphs and letters written as entities are kept, and change nothing. */
  changed: boolean;
  /** Pictures, sounds, videos and embedded pages, by their address. */
  media: string[];
  /** Whether it carried a script or a handler. */
  script: boolean;
}

// Words such as <b> and <18 may be meant as they stand: only what HTML knows is markup.
const html =
  /^(a|abbr|address|article|aside|audio|b|base|big|blockquote|body|br|button|canvas|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|math|meta|nav|noscript|object|ol|optgroup|option|o:p|p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr)$/;
const block =
  /^(address|article|blockquote|br|dd|div|dl|dt|fieldset|figure|footer|h[1-6]|header|hr|li|ol|p|pre|section|table|tr|ul)$/;
const silent = /^(script|style|head|template|noscript|svg|math|object|iframe|select)$/;
const shown = /^(img|audio|video|source|embed|iframe|object|picture|svg)$/;
/** Far more than a text may keep, and little enough to be looked through at once. */
const longest = 100_000;

/** Takes HTML out of a text: entities become letters, blocks become lines; white space is tidied only where there was any. */
export function plainText(raw: string): PlainText {
  const found: PlainText = { text: raw.trim(), changed: false, media: [], script: false };
  if (!/<[/!a-z]|&#?\w+;|&nbsp/i.test(raw)) return found;
  const parts: string[] = [];
  let quiet = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!html.test(name)) {
          parts.push(`<${name}>`);
          return;
        }
        if (!/^(p|br|div)$/.test(name) || Object.keys(attributes).length > 0) found.changed = true;
        if (name === "script" || Object.keys(attributes).some((one) => one.startsWith("on")))
          found.script = true;
        if (/^\s*javascript:/i.test(attributes.href ?? "")) found.script = true;
        const address = attributes.src ?? attributes.data;
        if (shown.test(name) && (address || name === "svg"))
          found.media.push((address ?? name).slice(0, 200));
        if (silent.test(name)) quiet++;
        else if (block.test(name)) parts.push("\n");
        else if (name === "td" || name === "th") parts.push(" ");
      },
      ontext(words) {
        if (quiet === 0) parts.push(words);
      },
      onclosetag(name, implied) {
        if (silent.test(name)) quiet = Math.max(0, quiet - 1);
        else if (block.test(name) && name !== "br") parts.push("\n");
        else if (!implied && !html.test(name)) parts.push(`</${name}>`);
      },
    },
    { decodeEntities: true },
  );
  // What is opened at the end and never closed is a sign for less.
  const whole = raw.slice(0, longest);
  const closed = whole.lastIndexOf(">") + 1;
  parser.end(whole.slice(0, closed) + whole.slice(closed).replaceAll("<", "&lt;"));
  found.text = parts
    .join("")
    .replace(/[ \t\u00a0]+/g, " ")
    .replace(/ ?[\r\n]+ ?/g, "\n")
    .trim();
  return found;
}
