import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { getProjectNode, projectEnvironment, root } from "../scripts/lib/runtime.mjs";
import { ask } from "./http.ts";

/** The production server as a process of its own, on a database of its own. */
export class TestServer {
  readonly url: string;
  readonly databaseFile: string;
  readonly #port: number;
  readonly #settings: Record<string, string>;
  #process: ChildProcess | undefined;
  #said = "";

  private constructor(databaseFile: string, port: number, settings: Record<string, string>) {
    this.databaseFile = databaseFile;
    this.#port = port;
    this.#settings = settings;
    this.url = `http://localhost:${port}`;
  }

  /**
   * Starts one on a free port and waits until it answers. A database file that does not exist gets the demo.
   * @param settings environment variables that differ from the usual ones, such as an https PUBLIC_URL
   */
  static async start(databaseFile: string, settings: Record<string, string> = {}): Promise<TestServer> {
    const server = new TestServer(databaseFile, await freePort(), settings);
    await server.#start();
    return server;
  }

  /** Everything the server has printed so far, over all its starts. */
  get log(): string {
    return this.#said;
  }

  /** The process that runs now; another one after each start. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** As a deployment does it: SIGTERM, drain, start again on the same port and database. */
  async restart(): Promise<void> {
    await this.stop();
    await this.#start();
  }

  /** As a power cut does it: SIGKILL. Nothing is drained; `restart` brings it back. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Another database in place of this one, on the same port: what was stored is forgotten. */
  async renew(copyOf: string): Promise<void> {
    await this.kill();
    for (const part of ["", "-wal", "-shm"]) fs.rmSync(this.databaseFile + part, { force: true });
    fs.copyFileSync(copyOf, this.databaseFile);
    await this.#start();
  }

  /** SIGTERM and wait. @returns the exit code, undefined when it was not running */
  async stop(): Promise<number | null | undefined> {
    return await this.#end("SIGTERM");
  }

  async #end(signal: NodeJS.Signals): Promise<number | null | undefined> {
    const child = this.#process;
    this.#process = undefined;
    if (!child) return undefined;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
    }
    return child.exitCode;
  }

  async #start(): Promise<void> {
    const env = projectEnvironment({
      NODE_ENV: "production",
      PORT: String(this.#port),
      PUBLIC_URL: this.url,
      DATABASE_URL: this.databaseFile,
      SESSION_SECRET: "only-for-browser-tests-0123456789abcdef0123456789abcdef",
      ...this.#settings,
    });
    const child = spawn(getProjectNode(), ["server.ts"], {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        this.#said += chunk;
      });
    }
    const deadline = Date.now() + 60_000;
    while (!(await this.#isHealthy())) {
      if (child.exitCode !== null) throw new Error(`server.ts ended with ${child.exitCode}:\n${this.#said}`);
      if (Date.now() > deadline) {
        await this.kill();
        throw new Error(`server.ts did not answer within a minute:\n${this.#said}`);
      }
      await pause(50);
    }
  }

  async #isHealthy(): Promise<boolean> {
    // Behind its proxy a server is asked for by its public name.
    const { host } = new URL(this.#settings.PUBLIC_URL ?? this.url);
    const answer = await ask(this.url, "/healthz", { headers: { Host: host } }).catch(() => undefined);
    return answer?.status === 200;
  }
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as net.AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
