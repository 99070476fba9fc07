import fs from "node:fs";
import { createRequire } from "node:module";
import { Factory, SQLITE_ROW } from "@journeyapps/wa-sqlite";
import initialise from "@journeyapps/wa-sqlite/dist/wa-sqlite.mjs";
// @ts-expect-error: the package ships no types for its base class
import { FacadeVFS } from "@journeyapps/wa-sqlite/src/FacadeVFS.js";
import * as VFS from "@journeyapps/wa-sqlite/src/sqlite-constants.js";
import { CompiledQuery, type DatabaseConnection, Kysely, type QueryResult } from "kysely";
import type { Connection } from "../connect.server.ts";
import { groupCommit } from "../dialects/group-commit.ts";
import { ImmediateDialect, ImmediateDriver, settings, sqliteEngine } from "../dialects/sqlite.ts";
import type { Database } from "../schema.ts";
import type { RecordedDisk } from "./recorded-disk.ts";

type View = { setInt32(at: number, value: number, little: boolean): void };
type LongView = { setBigInt64(at: number, value: bigint, little: boolean): void };
type Bytes = Uint8Array & { subarray(): Uint8Array };

/** SQLite's way to a recorded disk. Locks are nobody's business: one process, one connection. */
class RecordingVfs extends FacadeVFS {
  readonly #disk: RecordedDisk;
  readonly #open = new Map<number, string>();

  constructor(module: unknown, disk: RecordedDisk) {
    super("recorded", module);
    this.#disk = disk;
  }
  #name = (id: number) => this.#open.get(id) ?? "";

  jOpen(name: string | null, id: number, flags: number, out: View) {
    const file = name ?? `temporary-${id}`;
    if (!this.#disk.has(file) && !(flags & VFS.SQLITE_OPEN_CREATE)) return VFS.SQLITE_CANTOPEN;
    this.#disk.create(file);
    this.#open.set(id, file);
    out.setInt32(0, flags, true);
    return VFS.SQLITE_OK;
  }
  jClose(id: number) {
    this.#open.delete(id);
    return VFS.SQLITE_OK;
  }
  jRead(id: number, into: Bytes, at: number) {
    const bytes = this.#disk.read(this.#name(id)).subarray(at, at + into.length);
    into.set(bytes);
    if (bytes.length === into.length) return VFS.SQLITE_OK;
    into.fill(0, bytes.length);
    return VFS.SQLITE_IOERR_SHORT_READ;
  }
  jWrite(id: number, bytes: Bytes, at: number) {
    this.#disk.do({ kind: "write", file: this.#name(id), at, bytes: bytes.subarray().slice() });
    return VFS.SQLITE_OK;
  }
  jTruncate(id: number, size: number) {
    this.#disk.do({ kind: "truncate", file: this.#name(id), size });
    return VFS.SQLITE_OK;
  }
  jSync(id: number) {
    this.#disk.do({ kind: "sync", file: this.#name(id) });
    return VFS.SQLITE_OK;
  }
  jFileSize(id: number, out: LongView) {
    out.setBigInt64(0, BigInt(this.#disk.size(this.#name(id))), true);
    return VFS.SQLITE_OK;
  }
  jDelete(file: string) {
    this.#disk.do({ kind: "delete", file });
    return VFS.SQLITE_OK;
  }
  jAccess(file: string, _flags: number, out: View) {
    out.setInt32(0, this.#disk.has(file) ? 1 : 0, true);
    return VFS.SQLITE_OK;
  }
  // As SQLite assumes of every disk by default: a torn write harms nothing outside what was being written.
  jDeviceCharacteristics = () => VFS.SQLITE_IOCAP_POWERSAFE_OVERWRITE;
  jSectorSize = () => 4096;
}

type Sqlite = ReturnType<typeof Factory>;

class WasmConnection implements DatabaseConnection {
  readonly #sqlite: Sqlite;
  readonly #database: number;
  constructor(sqlite: Sqlite, database: number) {
    this.#sqlite = sqlite;
    this.#database = database;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const rows: R[] = [];
    for await (const statement of this.#sqlite.statements(this.#database, sql)) {
      this.#sqlite.bind_collection(statement, parameters as never);
      const names = this.#sqlite.column_names(statement);
      while ((await this.#sqlite.step(statement)) === SQLITE_ROW) {
        const row = this.#sqlite.row(statement);
        rows.push(Object.fromEntries(names.map((name: string, index: number) => [name, row[index]])) as R);
      }
    }
    return { rows, numAffectedRows: BigInt(this.#sqlite.changes(this.#database)) };
  }
  // biome-ignore lint/correctness/useYield: nothing in the product streams
  async *streamQuery<R>(): AsyncGenerator<QueryResult<R>> {
    throw new Error("not on this connection");
  }
}

/** The product's transactions (`begin immediate`, its rollback) on a connection of our own. */
class WasmDriver extends ImmediateDriver {
  readonly #open: () => Promise<DatabaseConnection>;
  readonly #shut: () => Promise<void>;
  #connection: DatabaseConnection | undefined;
  constructor(open: () => Promise<DatabaseConnection>, shut: () => Promise<void>) {
    super({ database: () => Promise.reject(new Error("not used")) });
    this.#open = open;
    this.#shut = shut;
  }
  override async init(): Promise<void> {
    this.#connection = await this.#open();
  }
  override acquireConnection = async () => this.#connection as DatabaseConnection;
  override destroy = () => this.#shut();
}

const wasm = createRequire(import.meta.url).resolve("@journeyapps/wa-sqlite/dist/wa-sqlite.wasm");

/**
 * The product's own way to a SQLite file (its settings, its transactions, its group commit) over a recorded disk.
 * SQLite itself is the same program compiled to WebAssembly. Without shared memory its WAL needs the file to itself.
 * @param checkpointPages how long the log may grow; small makes checkpoints happen often
 * @param change for the tests of the tests only: other settings than the product's
 */
export async function openRecorded(
  disk: RecordedDisk,
  checkpointPages: number,
  change: (setting: string) => string = (setting) => setting,
): Promise<Connection> {
  const module = await initialise({ wasmBinary: fs.readFileSync(wasm) });
  const sqlite = Factory(module);
  sqlite.vfs_register(new RecordingVfs(module, disk) as never, true);
  const database = await sqlite.open_v2("disk.db");
  const open = async () => {
    const connection = new WasmConnection(sqlite, database);
    for (const setting of [
      "locking_mode = EXCLUSIVE",
      ...settings.map(change),
      `wal_autocheckpoint = ${checkpointPages}`,
    ])
      await connection.executeQuery(CompiledQuery.raw(`pragma ${setting}`));
    return connection;
  };
  const shut = async () => void (await sqlite.close(database));
  class WasmDialect extends ImmediateDialect {
    override createDriver = () => new WasmDriver(open, shut);
  }
  const dialect = new WasmDialect(() => Promise.reject(new Error("not used")));
  const db = new Kysely<Database>({ dialect });
  const { backUp: _, ...product } = sqliteEngine("disk.db");
  const engine = { ...product, dialect, alone: <T>(work: () => Promise<T>) => work() };
  return { db, dialect: "sqlite", engine, commit: groupCommit(db), close: () => db.destroy() };
}
