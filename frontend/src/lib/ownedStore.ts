import { openDatabase, resultOf, writing } from "./database";

/** Where a value lies; what begins alike is found, and removed, together. */
export type Key = readonly [string, ...(string | number)[]];

export type Changes = {
  /** All that lies at or under these keys goes, before anything is put. */
  readonly remove: readonly Key[];
  readonly put: readonly (readonly [key: Key, value: unknown])[];
};

const STORE = "values";
const OWNER = "owner";

/**
 * Values of one owner, in a database of the browser. Who comes next begins with nothing, and who
 * was before can neither read nor add any more.
 *
 * A database of another shape counts as empty. It is open only while it is used, so that nothing
 * keeps it from being deleted.
 */
export class OwnedStore {
  readonly #name: string;
  readonly #shape: number;

  constructor(name: string, shape: number) {
    this.#name = name;
    this.#shape = shape;
  }

  /** Give what `owner` has at or under `key`, in the order of the keys. */
  read(owner: number, key: Key): Promise<unknown[]> {
    return this.#withOpen(async (database) => {
      const store = database.transaction(STORE).objectStore(STORE);
      const [found, values] = await Promise.all([
        resultOf(store.get(OWNER)),
        resultOf(store.getAll(under(key))),
      ]);
      return found === owner ? values : [];
    });
  }

  /** Make the changes, all or none; give false where another owner, or none, is known by now. */
  change(owner: number, changes: Changes): Promise<boolean> {
    return this.#write(async (store) => {
      if ((await resultOf(store.get(OWNER))) !== owner) return false;
      make(store, changes);
      return true;
    });
  }

  /** Make the changes; what another owner had is gone then. */
  begin(owner: number, changes: Changes): Promise<void> {
    return this.#write(async (store) => {
      if ((await resultOf(store.get(OWNER))) !== owner) store.clear();
      store.put(owner, OWNER);
      make(store, changes);
    });
  }

  #write<Value>(work: (store: IDBObjectStore) => Promise<Value>): Promise<Value> {
    return this.#withOpen((database) => writing(database, STORE, work));
  }

  async #withOpen<Value>(use: (database: IDBDatabase) => Promise<Value>): Promise<Value> {
    const database = await openDatabase(this.#name, this.#shape, makeAnew);
    try {
      return await use(database);
    } finally {
      database.close();
    }
  }
}

function makeAnew(database: IDBDatabase): void {
  for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name);
  database.createObjectStore(STORE);
}

function make(store: IDBObjectStore, { remove, put }: Changes): void {
  for (const key of remove) store.delete(under(key));
  for (const [key, value] of put) store.put(value, [...key]);
}

/** Arrays come after numbers and strings, so an empty one ends what begins with the key. */
function under(key: Key): IDBKeyRange {
  return IDBKeyRange.bound([...key], [...key, []]);
}
