/** One thing a program asked of the disk, in order. */
type Operation =
  | { kind: "write"; file: string; at: number; bytes: Uint8Array }
  | { kind: "truncate"; file: string; size: number }
  | { kind: "sync"; file: string }
  | { kind: "delete"; file: string };

/** How much of what was not yet synced the power cut lets through. */
export type Cut = "nothing" | "a beginning" | "scattered sectors";
export const cuts: readonly Cut[] = ["nothing", "a beginning", "scattered sectors"];

/** The smallest piece a disk writes whole. */
const sector = 512;

/** A file's content that grows as it is written to. */
class Image {
  #bytes = new Uint8Array(0);
  size = 0;

  get content(): Uint8Array {
    return this.#bytes.subarray(0, this.size);
  }

  write(at: number, bytes: Uint8Array): void {
    this.#reach(at + bytes.length);
    this.#bytes.set(bytes, at);
    this.size = Math.max(this.size, at + bytes.length);
  }

  truncate(size: number): void {
    if (size > this.size) this.#reach(size);
    else this.#bytes.fill(0, size, this.size);
    this.size = size;
  }

  copy(): Image {
    const copy = new Image();
    copy.write(0, this.content);
    return copy;
  }

  #reach(size: number): void {
    if (size <= this.#bytes.length) return;
    const bytes = new Uint8Array(Math.max(size, 2 * this.#bytes.length));
    bytes.set(this.content);
    this.#bytes = bytes;
  }
}

/** A disk that remembers every write and every sync, so that a power cut can be replayed at any moment afterwards. */
export class RecordedDisk {
  readonly operations: Operation[] = [];
  readonly #files = new Map<string, Image>();

  has = (file: string) => this.#files.has(file);
  create(file: string): void {
    if (!this.has(file)) this.#files.set(file, new Image());
  }
  size = (file: string) => this.#files.get(file)?.size ?? 0;
  read = (file: string) => this.#files.get(file)?.content ?? new Uint8Array(0);

  do(operation: Operation): void {
    this.operations.push(operation);
    const image = this.#files.get(operation.file);
    if (operation.kind === "write") image?.write(operation.at, operation.bytes);
    else if (operation.kind === "truncate") image?.truncate(operation.size);
    else if (operation.kind === "delete") this.#files.delete(operation.file);
  }
}

/** Goes through a recording once, from its beginning, and stops where asked. */
export class Replay {
  readonly #operations: readonly Operation[];
  #next = 0;
  /** What is on the platters for certain, and what has been written since the file's last sync. */
  readonly #durable = new Map<string, Image>();
  readonly #pending = new Map<string, Operation[]>();

  constructor(disk: RecordedDisk) {
    this.#operations = disk.operations;
  }

  /** @param at how many operations have been asked for when the power goes; never less than before */
  advanceTo(at: number): void {
    for (; this.#next < at; this.#next++) this.#take(this.#operations[this.#next] as Operation);
  }

  /** The files as they are found after the cut. `random` decides which of the unsynced writes got through. */
  after(cut: Cut, random: () => number): Map<string, Uint8Array> {
    const found = new Map<string, Uint8Array>();
    for (const file of new Set([...this.#durable.keys(), ...this.#pending.keys()])) {
      const image = this.#durable.get(file)?.copy() ?? new Image();
      for (const one of through(this.#pending.get(file) ?? [], cut, random)) apply(image, one);
      // A file that was never synced may not be there at all; an empty one says the same.
      found.set(file, image.content);
    }
    return found;
  }

  #take(operation: Operation): void {
    const { file } = operation;
    const pending = this.#pending.get(file) ?? [];
    this.#pending.set(file, pending);
    if (operation.kind === "delete") {
      this.#pending.delete(file);
      this.#durable.delete(file);
    } else if (operation.kind === "sync") {
      const image = this.#durable.get(file) ?? new Image();
      this.#durable.set(file, image);
      for (const one of pending) apply(image, one);
      pending.length = 0;
    } else pending.push(operation);
  }
}

function apply(image: Image, operation: Operation): void {
  if (operation.kind === "write") image.write(operation.at, operation.bytes);
  else if (operation.kind === "truncate") image.truncate(operation.size);
}

function through(pending: Operation[], cut: Cut, random: () => number): Operation[] {
  if (cut === "nothing" || pending.length === 0) return [];
  if (cut === "a beginning") {
    const whole = Math.floor(random() * (pending.length + 1));
    const torn = pending[whole];
    const sectors = torn ? sectorsOf(torn) : [];
    return [...pending.slice(0, whole), ...sectors.slice(0, Math.floor(random() * sectors.length))];
  }
  return pending.flatMap(sectorsOf).filter(() => random() < 0.5);
}

function sectorsOf(operation: Operation): Operation[] {
  if (operation.kind !== "write") return [operation];
  const { bytes } = operation;
  const pieces: Operation[] = [];
  for (let from = 0; from < bytes.length; ) {
    const at = operation.at + from;
    const length = Math.min(sector - (at % sector), bytes.length - from);
    pieces.push({ ...operation, at, bytes: bytes.subarray(from, from + length) });
    from += length;
  }
  return pieces;
}
