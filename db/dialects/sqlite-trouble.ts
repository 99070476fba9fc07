const code = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? "");

/** Somebody else is writing: worth another try in a moment. */
export const isBusy = (error: unknown) => /^SQLITE_(BUSY|LOCKED)/.test(code(error));

/** The disk is full or failing, or the file is locked or out of reach: nobody's fault who asked, and it may pass. */
export const isSqliteTrouble = (error: unknown) =>
  /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|PROTOCOL)/.test(code(error));
