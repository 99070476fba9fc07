import { partOf } from "#app/questions/base.ts";

/**
 * What a form says of one question: the values of its own field, and those of fields named after one of its parts
 * (`RANK.option`) as parts. Read once for a whole page: a form may have very many fields.
 */
export function givenIn(form: URLSearchParams): (code: string) => string[] {
  const given = new Map<string, string[]>();
  for (const [name, value] of form) {
    const at = name.indexOf(".");
    const code = at < 0 ? name : name.slice(0, at);
    const one = at < 0 ? value : partOf(name.slice(at + 1), value);
    const known = given.get(code);
    if (known) known.push(one);
    else given.set(code, [one]);
  }
  return (code) => given.get(code) ?? [];
}
