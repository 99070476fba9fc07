import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IdColumn } from "./id-column.ts";

const hex = (seed: number) => createHash("md5").update(`${seed}`).digest("hex");

describe("ids", () => {
  test("come back as they went in, whatever is taken out in between", () => {
    const step = fc.record({
      take: fc.boolean(),
      at: fc.nat(),
      id: fc.oneof(fc.nat(50).map(hex), fc.string({ maxLength: 6 })),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const column = new IdColumn();
        const plain: string[] = [];
        for (const { take, at, id } of steps) {
          if (take && plain.length > 0) {
            const row = at % plain.length;
            column.remove(row);
            const last = plain.pop()!;
            if (row < plain.length) plain[row] = last;
          } else if (!plain.includes(id)) {
            column.push(id);
            plain.push(id);
          }
        }
        expect([...column]).toEqual(plain);
        const sought = ["nobody", hex(999), ...plain.slice(0, 5)];
        expect(column.find(sought)).toEqual(new Map(plain.slice(0, 5).map((id, row) => [id, row])));
      }),
    );
  });

  test("are found among many", () => {
    const column = new IdColumn();
    for (let row = 0; row < 20_000; row++) column.push(hex(row));
    const rows = [0, 4096, 19_999];
    expect([...column.find(rows.map(hex)).values()].sort((a, b) => a - b)).toEqual(rows);
    expect(() => column.at(20_000)).toThrow(RangeError);
  });
});
