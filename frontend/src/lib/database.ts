/** Some browsers never answer where they cannot open a database. */
const PATIENCE = 5_000;
/** What is written may wait for a busy disk. */
const LONG_PATIENCE = 10_000;

/** Open a database of the browser; `upgrade` makes what one of an older version, or none, lacks. */
export function openDatabase(
  name: string,
  version: number,
  upgrade: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    const timer = setTimeout(() => reject(new Error("The database does not open.")), PATIENCE);
    request.onupgradeneeded = () => upgrade(request.result);
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

/** Give what `work` gives, or fail once it has taken too long. */
export async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The database does not answer.")), LONG_PATIENCE);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** Do `work` in a transaction that writes; fulfilled when all of it is written, or none. */
export async function writing<Value>(
  database: IDBDatabase,
  storeName: string,
  work: (store: IDBObjectStore) => Promise<Value>,
): Promise<Value> {
  // Relaxed outlives a killed browser as strict does, and does not wait for the disk.
  const transaction = database.transaction(storeName, "readwrite", { durability: "relaxed" });
  const isDone = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("Nothing was written."));
  });
  const made = work(transaction.objectStore(storeName)).then(
    (value) => {
      transaction.commit();
      return value;
    },
    (error: unknown) => {
      transaction.abort();
      throw error;
    },
  );
  const [value] = await Promise.all([made, isDone]);
  return value;
}

export function resultOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
