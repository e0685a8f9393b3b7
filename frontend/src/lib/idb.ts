import { inTime, openDatabase, resultOf, writing } from "./database";
import type { Change, Entry, Kept, Refusal } from "./outboxRules";
import type { OutboxStore } from "./outboxStore";

type Refused<Current> = Pick<Refusal<unknown, Current>, "reason" | "code" | "current">;
type Kind<Payload, Current> = Entry<Payload> & { refusal: Refused<Current> | null };
/** `seq` is the order in which entries were given, in whatever tab. */
type Stored<Payload, Current> = Kind<Payload, Current> & { seq: number };

const STORE = "entries";

/** Keeps entries in a database of the browser, which all tabs share and which outlives them. */
export class IdbStore<Payload, Current> implements OutboxStore<Payload, Current> {
  readonly #name: string;
  #database: Promise<IDBDatabase> | null = null;
  #tellLost: () => void = () => undefined;

  constructor(name: string) {
    this.#name = name;
  }

  async write(changes: readonly Change<Payload, Current>[]): Promise<Kept<Payload, Current>> {
    try {
      return await inTime(this.#write(changes));
    } catch (error) {
      // Some browsers break a connection for good: the next write opens another one.
      this.close();
      throw error;
    }
  }

  async #write(changes: readonly Change<Payload, Current>[]): Promise<Kept<Payload, Current>> {
    const database = await this.#open();
    if (changes.length > 0) await writing(database, STORE, (store) => makeEach(store, changes));
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
    this.#database ??= openDatabase(this.#name, 1, makeStore).then(
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

function makeStore(database: IDBDatabase): void {
  const store = database.createObjectStore(STORE, { keyPath: "seq", autoIncrement: true });
  store.createIndex("id", "id", { unique: true });
}

/** Nothing but the store may be waited for in here: its transaction ends when it is left alone. */
async function makeEach<Payload, Current>(
  store: IDBObjectStore,
  changes: readonly Change<Payload, Current>[],
): Promise<void> {
  const index = store.index("id");
  for (const { remove = [], amend = [], refuse = [], add = [] } of changes) {
    for (const id of remove) {
      const key = await resultOf(index.getKey(id));
      if (key !== undefined) store.delete(key);
    }
    for (const { id, payload } of amend) {
      const found = await resultOf<Stored<Payload, Current> | undefined>(index.get(id));
      if (found) store.put({ ...found, payload });
    }
    for (const { id, reason, code, current } of refuse) {
      const found = await resultOf<Stored<Payload, Current> | undefined>(index.get(id));
      if (found) store.put({ ...found, refusal: { reason, code, current } });
    }
    for (const { id, payload } of add) {
      const entry: Kind<Payload, Current> = { id, payload, refusal: null };
      // Asking first whether it is there would take as long again as an answer has till the tab
      // is closed: the index takes each id once, and that it refuses a second one is no failure.
      const adding = store.add(entry);
      adding.onerror = (event) => {
        if (adding.error?.name !== "ConstraintError") return;
        event.preventDefault();
        event.stopPropagation();
      };
    }
  }
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
