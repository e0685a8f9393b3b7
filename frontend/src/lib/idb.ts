import type { Change, Entry, Kept, Refusal } from "./outboxRules";
import type { OutboxStore } from "./outboxStore";

type Refused<Current> = Pick<Refusal<unknown, Current>, "reason" | "code" | "current">;
type Kind<Payload, Current> = Entry<Payload> & { refusal: Refused<Current> | null };
/** `seq` is the order in which entries were given, in whatever tab. */
type Stored<Payload, Current> = Kind<Payload, Current> & { seq: number };

const STORE = "entries";
/** Some browsers never answer where they cannot open a database. */
const PATIENCE = 5_000;

/** Keeps entries in a database of the browser, which all tabs share and which outlives them. */
export class IdbStore<Payload, Current> implements OutboxStore<Payload, Current> {
  readonly #name: string;
  #database: Promise<IDBDatabase> | null = null;
  #tellLost: () => void = () => undefined;

  constructor(name: string) {
    this.#name = name;
  }

  async write(changes: readonly Change<Payload, Current>[]): Promise<Kept<Payload, Current>> {
    const database = await this.#open();
    if (changes.length > 0) await makeChanges(database, changes);
    const all: Stored<Payload, Current>[] = await resultOf(
      database.transaction(STORE).objectStore(STORE).getAll(),
    );
    return keptIn(all);
  }

  onLost(listener: () => void): void {
    this.#tellLost = listener;
  }

  close(): void {
    const open = this.#database;
    this.#database = null;
    void open?.then(
      (database) => database.close(),
      () => undefined,
    );
  }

  #open(): Promise<IDBDatabase> {
    this.#database ??= openDatabase(this.#name).then(
      (database) => {
        database.onversionchange = ({ newVersion }) => {
          this.close();
          // Deleted by somebody who clears the device: the page still has what was kept there.
          if (newVersion === null) this.#tellLost();
        };
        database.onclose = () => {
          this.#database = null;
          this.#tellLost();
        };
        return database;
      },
      (error: unknown) => {
        this.#database = null;
        throw error;
      },
    );
    return this.#database;
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    const timer = setTimeout(() => reject(new Error("The database does not open.")), PATIENCE);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore(STORE, {
        keyPath: "seq",
        autoIncrement: true,
      });
      store.createIndex("id", "id", { unique: true });
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error);
    };
  });
}

async function makeChanges<Payload, Current>(
  database: IDBDatabase,
  changes: readonly Change<Payload, Current>[],
): Promise<void> {
  // Relaxed outlives a killed browser as strict does, and does not wait for the disk.
  const transaction = database.transaction(STORE, "readwrite", { durability: "relaxed" });
  const isDone = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("Nothing was written."));
  });
  const made = makeEach(transaction.objectStore(STORE), changes).then(
    () => transaction.commit(),
    (error: unknown) => {
      transaction.abort();
      throw error;
    },
  );
  await Promise.all([made, isDone]);
}

/** Nothing but the store may be waited for in here: its transaction ends when it is left alone. */
async function makeEach<Payload, Current>(
  store: IDBObjectStore,
  changes: readonly Change<Payload, Current>[],
): Promise<void> {
  const index = store.index("id");
  for (const { remove = [], refuse = [], add = [] } of changes) {
    for (const id of remove) {
      const key = await resultOf(index.getKey(id));
      if (key !== undefined) store.delete(key);
    }
    for (const { id, reason, code, current } of refuse) {
      const found = await resultOf<Stored<Payload, Current> | undefined>(index.get(id));
      if (found) store.put({ ...found, refusal: { reason, code, current } });
    }
    for (const { id, payload } of add) {
      const entry: Kind<Payload, Current> = { id, payload, refusal: null };
      // Asking first whether it is there would take as long again as an answer has till the tab
      // is closed: the index takes each id once, and that it refuses a second one is no failure.
      store.add(entry).onerror = (event) => {
        event.preventDefault();
        event.stopPropagation();
      };
    }
  }
}

function resultOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function keptIn<Payload, Current>(stored: Stored<Payload, Current>[]): Kept<Payload, Current> {
  const pending: Entry<Payload>[] = [];
  const refused: Refusal<Payload, Current>[] = [];
  for (const { id, payload, refusal } of stored) {
    if (refusal) refused.push({ id, payload, ...refusal });
    else pending.push({ id, payload });
  }
  return { pending, refused };
}
