import { expect, test } from "@playwright/test";
import { NotHere } from "./faults/fault.ts";
import { faults } from "./faults/list.ts";

// Each on a server or a file of its own.
test.describe.configure({ mode: "parallel" });

// The short form of `npm run test:faults`; its account is printed, so that a run shows what was tried.
for (const { fault, means, alone } of faults) {
  if (alone) continue;
  test(`${fault.name}: ${means}`, async () => {
    test.setTimeout(240_000);
    const account = await fault.run("short").catch((error) => {
      if (error instanceof NotHere) return test.skip(true, error.message) as never;
      throw error;
    });
    test.info().annotations.push({ type: "account", description: account.told });
    console.log(`${fault.name}: ${account.told}`);
    expect(account.losses).toEqual([]);
  });
}
