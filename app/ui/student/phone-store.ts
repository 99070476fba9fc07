/** What a phone holds of one survey until it has been received. */
export interface Held {
  /** When it was begun, by this phone's clock. */
  made: number;
  /** Everything the server files the answers under is named after this; it never leaves but to begin and resume. */
  secret: string;
  seed: number;
  version: string;
  language: string;
  /** The query the survey was begun with: a personal link needs it again. */
  query: string;
  /** Form values by item code, consent ticks among them. */
  values: Record<string, string[]>;
  /** All seconds spent on a page so far. */
  seconds: Record<string, number>;
  page: string;
  /** The server has begun this survey too. */
  begun: boolean;
  /** Pages with something the server has not acknowledged. */
  unsent: string[];
  /** The student pressed the last button. */
  submitted: boolean;
  /** The receipt, once no answers are left here: it waits for whoever filled the survey in. */
  receipt?: string;
  /** Nothing but a note that the server must forget the last student of this phone. */
  fresh?: boolean;
}

const day = 86_400_000;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The survey's address on this page, such as `/s/demo`; undefined elsewhere. */
export const homeHere = () => /^\/s\/[\w-]+/.exec(location.pathname)?.[0];

export type PhoneStore = ReturnType<typeof phoneStore>;

/**
 * One survey's answers on this phone, sealed under a key that cannot leave it. Where the browser keeps nothing
 * (private windows, some in-app browsers, plain http) every method quietly does nothing: the forms work without it.
 */
export function phoneStore(home: string) {
  const name = `tributary ${home}`;
  const shelf = "phone";

  // Looking must not leave an empty database behind.
  async function open(create: boolean): Promise<IDBDatabase> {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => {
      if (create) opening.result.createObjectStore(shelf);
      else opening.transaction?.abort();
    };
    const database = await done(opening);
    database.onversionchange = () => database.close();
    return database;
  }

  async function look(): Promise<{ key: CryptoKey; held: Held } | undefined> {
    const database = await open(false).catch(() => undefined);
    if (!database) return undefined;
    const kept = database.transaction(shelf).objectStore(shelf);
    // A connection left open would keep anybody from deleting what is here.
    const reading = Promise.all([done(kept.get("key")), done(kept.get("sealed"))]);
    const [key, sealed] = await reading.finally(() => database.close());
    if (!key) return undefined;
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.iv }, key, sealed.data);
    const held: Held = JSON.parse(new TextDecoder().decode(plain));
    const age = Date.now() - held.made;
    // An age below zero or over a year tells of a clock put right, not of old answers: count from now.
    if (age < 0 || age > 365 * day) held.made = Date.now();
    else if (age > 30 * day) return remove();
    return { key, held };
  }

  async function put(held: Held, key?: CryptoKey): Promise<Held> {
    const algorithm = { name: "AES-GCM", length: 256 };
    const secretKey = key ?? (await crypto.subtle.generateKey(algorithm, false, ["encrypt", "decrypt"]));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(held));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, secretKey, plain);
    const database = await open(true);
    const writing = database.transaction(shelf, "readwrite");
    writing.objectStore(shelf).put(secretKey, "key");
    writing.objectStore(shelf).put({ iv, data }, "sealed");
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onabort = reject;
    }).finally(() => database.close());
    return held;
  }

  const remove = async () => {
    const deleting = indexedDB.deleteDatabase(name);
    // It happens as soon as the last tab lets go; nobody here waits for that.
    await new Promise((resolve) => {
      deleting.onsuccess = deleting.onerror = deleting.onblocked = resolve;
    });
    return undefined;
  };

  // One after the other, over all tabs of this survey; what cannot be read is of no use to anybody.
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(use: () => Promise<T>): Promise<T | undefined> {
    const turn: Promise<T> = navigator.locks
      ? Promise.resolve(navigator.locks.request(name, use))
      : last.then(use, use);
    last = turn;
    return turn.catch(() => undefined);
  }

  return {
    /** Whether anything can be kept here at all. */
    works: async (): Promise<boolean> => {
      if (!globalThis.indexedDB || !globalThis.crypto?.subtle) return false;
      try {
        (await open(false)).close();
        return true;
      } catch (error) {
        return (error as DOMException).name === "AbortError";
      }
    },
    read: () => inTurn(async () => (await look().catch(remove))?.held),
    /** Puts this in the place of whatever was kept, under a new key. @returns undefined where nothing can be kept */
    begin: (held: Held) =>
      inTurn(async () => {
        await remove();
        return put(held);
      }),
    /** Changes what is held; what has been wiped meanwhile stays wiped. @returns what is held now */
    change: (alter: (held: Held) => void) =>
      inTurn(async () => {
        const found = await look();
        if (!found) return remove();
        alter(found.held);
        return put(found.held, found.key);
      }),
    wipe: () => inTurn(remove),
    /** Wipes, but for a note that the server must forget the last student, too. */
    forget: () =>
      inTurn(async () => {
        await remove();
        const nothing = {
          secret: "",
          seed: 0,
          version: "",
          language: "",
          query: "",
          values: {},
          seconds: {},
        };
        const state = { page: "", begun: false, unsent: [], submitted: false, fresh: true };
        return put({ made: Date.now(), ...nothing, ...state });
      }),
  };
}
