import type { Definition } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import { missing } from "#app/questions/kind.ts";
import { inEach, type Row } from "./xlsform-cells.ts";

/** The lists of a form: each scale's (with and without a choice for what does not apply), then each question's own. */
export class Lists {
  readonly rows: Row[] = [];
  readonly ofScale = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor({ scales }: Definition) {
    for (const [code, scale] of Object.entries(scales)) {
      const list = this.name(code);
      this.ofScale.set(code, list);
      const points = scale.points.map(({ value, label }) => ({ code: String(value), label }));
      this.add(list, points);
      const away = {
        code: String(missing.notApplicable),
        label: scale.notApplicable ?? { "zh-CN": "", en: "" },
      };
      this.taken.add(`${list}_na`);
      this.add(`${list}_na`, [...points, away]);
    }
  }

  /** The list of a scale item. */
  scale(code: string, allowNA: boolean): string {
    const list = this.ofScale.get(code) ?? this.name(code);
    return allowNA ? `${list}_na` : list;
  }

  add(list: string, options: { code: string; label: Text }[]): void {
    for (const { code, label } of options)
      this.rows.push({ list_name: list, name: code, ...inEach("label", label) });
  }

  /** A name no list has, as XML wants names; nor may another be this one with "_na". */
  name(wanted: string): string {
    const base =
      wanted
        .toLowerCase()
        .replace(/[^a-z0-9_]+/g, "_")
        .replace(/^[^a-z]+/, "") || "list";
    let name = base;
    for (let at = 2; this.taken.has(name) || this.taken.has(`${name}_na`); at++) name = `${base}_${at}`;
    this.taken.add(name);
    return name;
  }
}
