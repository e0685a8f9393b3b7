import type { Key } from "@/lib/ownedStore";
import { ApiError } from "./errors";
import { ownerOfDevice } from "./owner";
import { heldUser } from "./sender";

/** How long the server may say nothing, in ms, before what was kept is shown instead. */
const PATIENCE = 4_000;
/** The same where it has said nothing just now. */
const LITTLE_PATIENCE = 500;
/** The same where what was kept is shown already. */
const MUCH_PATIENCE = 20_000;

/** What is shown as it was kept, till the server says it. */
const unsure = new Map<string, unknown>();

/** Tell whether what lies at `key` is shown as it was kept on the device. */
export const isFromDevice = (key: Key): boolean => unsure.has(key.join("/"));

/** Ask the server; while it cannot be reached, give what was kept of this user instead. */
export async function orKept<Data>(
  key: Key,
  signal: AbortSignal,
  ask: (signal: AbortSignal) => Promise<Data>,
): Promise<Data> {
  const name = key.join("/");
  const ending = new AbortController();
  const asked = ask(AbortSignal.any([signal, ending.signal]));
  if (await isAnswered(asked, name)) unsure.delete(name);
  else {
    const kept = unsure.get(name) ?? (await fromDevice((data, owner) => data.read(owner, key)));
    if (kept) {
      ending.abort();
      unsure.set(name, kept);
      return kept as Data;
    }
  }
  return asked;
}

/** Tell whether the server answers, be it with a refusal. */
export function isAnswered(asked: Promise<unknown>, name = ""): Promise<boolean> {
  const isNew = !unsure.has(name);
  const patience = unsure.size === 0 ? PATIENCE : isNew ? LITTLE_PATIENCE : MUCH_PATIENCE;
  const answer = asked.then(
    () => true,
    (error: unknown) => !(error instanceof ApiError && error.isTemporary),
  );
  const silence = new Promise<boolean>((resolve) => setTimeout(resolve, patience, false));
  return Promise.race([answer, silence]);
}

type Data = typeof import("./keptData");

/** Read what was kept of the user of this page; null where there is nothing to be had. */
export async function fromDevice<Value>(
  read: (data: Data, owner: number) => Promise<Value>,
): Promise<Value | null> {
  const owner = ownerOfDevice();
  if (owner === null || (heldUser() ?? owner) !== owner) return null;
  try {
    return await read(await import("./keptData"), owner);
  } catch {
    // As if nothing had been kept: the database or its part of the program is not to be had.
    return null;
  }
}
