/** The other end of apart.ts: one order, one report. */
const { run } = (await import(process.argv[2] ?? "")) as { run(order: unknown): Promise<unknown> };

// Who gave the order is gone: nobody wants the load any more.
process.on("disconnect", () => process.exit(0));
process.once("message", (order) => {
  run(order).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ error: error.stack ?? String(error) }),
  );
});

export {};
