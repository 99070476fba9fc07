import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { missingOptionalPackages, platformOf, repairLock } from "./lockfile.mjs";

const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));

describe("package-lock.json", () => {
  test("lists every platform's optional package, so that `npm ci` works on all of them", () => {
    expect(missingOptionalPackages(lock).map(({ name }) => name)).toEqual([]);
    expect(Object.keys(lock.packages)).toContain("node_modules/@rollup/rollup-darwin-arm64");
    expect(Object.keys(lock.packages)).toContain("node_modules/@biomejs/cli-win32-x64");
  });

  test("stands in npm's own order, so that an install leaves no noise", () => {
    expect(Object.keys(repairLock(lock).packages)).toEqual(Object.keys(lock.packages));
  });
});

describe("repairing a lock", () => {
  const optionalDependencies = { "@x/core-linux-x64-musl": "1.2.0", "@x/core-linux-x64-gnu": "1.2.0" };
  const broken = {
    packages: {
      "": {},
      "node_modules/a": {},
      "node_modules/a/node_modules/x": { version: "1.2.0", dev: true as const, optionalDependencies },
      "node_modules/@x/core-linux-x64-gnu": { version: "1.2.0" },
      "node_modules/z": { optionalDependencies: { fsevents: "~2.3.2" } },
    },
  };

  test("adds the missing package beside its parent, with limits and dev mark", () => {
    const added = repairLock(broken).packages["node_modules/a/node_modules/@x/core-linux-x64-musl"];
    expect(added).toEqual({
      version: "1.2.0",
      cpu: ["x64"],
      libc: ["musl"],
      os: ["linux"],
      dev: true,
      optional: true,
    });
  });

  test("leaves alone what is reachable above, and version ranges it cannot decide", () => {
    expect(missingOptionalPackages(broken).map(({ name }) => name)).toEqual(["@x/core-linux-x64-musl"]);
  });

  test("changes nothing the second time", () => {
    const once = repairLock(broken);
    expect(repairLock(once)).toEqual(once);
  });

  test.each([
    ["@rollup/rollup-linux-arm-musleabihf", { os: ["linux"], cpu: ["arm"], libc: ["musl"] }],
    ["@rollup/rollup-win32-x64-gnu", { os: ["win32"], cpu: ["x64"] }],
    ["@napi-rs/canvas-linux-riscv64-gnu", { os: ["linux"], cpu: ["riscv64"], libc: ["glibc"] }],
    ["@biomejs/cli-darwin-arm64", { os: ["darwin"], cpu: ["arm64"] }],
  ])("reads the platform from the name %s", (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });
});
