import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { connect } from "#db/connect.server.ts";
import { insertSmallResponse } from "#db/testing/small-study.ts";
import { hasty } from "./power.ts";

/** Writes responses until it is killed and says each id once it has been acknowledged: `writer-process.ts FILE MODE`. */
const [file = "", mode] = process.argv.slice(2);
const store = connect(file);
const commit = mode === "hasty" ? hasty(store) : store.commit;
const seat = async () => {
  for (;;) {
    const id = randomBytes(16).toString("hex");
    await commit((trx) => insertSmallResponse(trx, "kill", { id, words: "话".repeat(1500) }));
    fs.writeSync(1, `${id}\n`);
  }
};
await Promise.all(Array.from({ length: 8 }, seat));
