import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [
    // Vitest reads this file too; the Remix plugin would take over its module graph.
    !process.env.VITEST &&
      remix({
        future: {
          v3_fetcherPersist: true,
          v3_relativeSplatPath: true,
          v3_throwAbortReason: true,
          v3_singleFetch: true,
          // One /__manifest request can block the loop for seconds; all routes ship in the manifest instead.
          v3_lazyRouteDiscovery: false,
        },
      }),
  ],
  // The server build too: it holds the stylesheet that students' pages carry.
  build: { target: "es2020", cssMinify: true },
  // What only the server uses is native or node's own: the development server must not prepare it for browsers.
  optimizeDeps: {
    exclude: ["@node-rs/argon2", "@napi-rs/canvas", "better-sqlite3", "pg", "kysely", "pdfkit"],
  },
  test: {
    // The slowest take four seconds on two quiet cores: a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two sets, so that a run without database tests does not start a PostgreSQL.
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["app/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude: ["**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["db/**/*.test.ts", "app/**/*.db.test.ts"],
          globalSetup: "db/testing/postgres-setup.ts",
        },
      },
    ],
  },
} as Parameters<typeof defineConfig>[0]);
