import type { LaunchOptions } from "@playwright/test";

/** How every browser here is started: the one the set-up found, without calls home, which tests would notice. */
export const getBrowser = (): LaunchOptions => ({
  executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
  // Without a UTF-8 locale Chromium on Linux calls every file with a Chinese name "download".
  env: { ...(process.env as Record<string, string>), LC_ALL: "C.UTF-8" },
  args: [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ],
});
