/** The other end of apart.ts: one order, one report. */
const { run } = (await import(process.argv[2] ?? "")) as { run(order: unknown): Promise<unknown> };

process.once("message", (order) => {
  run(order).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ error: error.stack ?? String(error) }),
  );
});

export {};
