import { common } from "./en/common.ts";
import type { Messages } from "./index.ts";

export const english: Messages = { common };
