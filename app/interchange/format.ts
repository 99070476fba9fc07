import type { Definition, Instrument } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import type { Finding, Imported } from "./report.ts";

/** A file a person gives or gets. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/** One instrument format. Reading is a report before it is a draft; writing says what the format could not carry. */
export interface InstrumentFormat<Written extends Definition = Instrument> {
  name: Text;
  /** Without the dot; the first is what is written. */
  extensions: readonly string[];
  mediaType: string;
  /** Whether a file looks like this format, by its beginning or its tell-tale parts: never by its name alone. */
  recognises(file: GivenFile): boolean;
  /** @throws Unreadable for a file that cannot be read at all */
  read(file: GivenFile): Promise<Imported<Written>> | Imported<Written>;
  /** @returns undefined bytes never: what cannot be carried is in `findings`. Absent where the format is read only. */
  write?(
    instrument: Written,
  ): Promise<{ bytes: Uint8Array; findings: Finding[] }> | { bytes: Uint8Array; findings: Finding[] };
}
