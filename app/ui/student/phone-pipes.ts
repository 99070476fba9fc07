import { isPiped, replacePipes } from "#app/instrument/pipes.ts";

/**
 * A document's pipes as a phone without network needs them: what is known of the link stands there already, answers get a
 * place to be put into. In attributes, where nothing can be put later, neutral dots stand for them.
 * @param known what the link's variables are called, by the names pipes know them under
 */
export function phonePipes(html: string, known: Record<string, string>): string {
  if (!isPiped(html)) return html;
  const say = (name: string) => (Object.hasOwn(known, name) ? escaped(known[name] ?? "") : undefined);
  return html.replace(/<[^>]*>|[^<]+/g, (part) =>
    replacePipes(part, (name) => {
      const isPlace = !part.startsWith("<") && /^[A-Z][A-Z0-9_]*$/.test(name);
      return say(name) ?? (isPlace ? `<span data-pipe="${name}">…</span>` : "…");
    }),
  );
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? "");
