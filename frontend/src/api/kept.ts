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
let wasSilent = false;

/** What was kept of one user is not shown to whoever signs in after them. */
const nameForUser = (key: Key): string => [heldUser() ?? ownerOfDevice(), ...key].join("/");

/** Tell whether what lies at `key` is shown as it was kept on the device. */
export const isFromDevice = (key: Key): boolean => unsure.has(nameForUser(key));

/** Ask the server; while it cannot be reached, give what was kept of this user, and say so. */
export async function askOrRead<Value>(
  key: Key,
  signal: AbortSignal,
  ask: (signal: AbortSignal) => Promise<Value>,
  read = (data: Data, owner: number): Promise<unknown> => data.read(owner, key),
): Promise<{ value: Value; isKept: boolean }> {
  const name = nameForUser(key);
  const ending = new AbortController();
  const asked = ask(AbortSignal.any([signal, ending.signal]));
  const isThere = await isAnswered(asked, name);
  // An answer that nobody waits for any more tells nothing of the server.
  if (signal.aborted) return { value: await asked, isKept: false };
  wasSilent = !isThere;
  if (isThere) unsure.delete(name);
  else {
    const kept = unsure.get(name) ?? (await fromDevice(read));
    if (kept) {
      ending.abort();
      // Somebody else may have signed in beside this page meanwhile: then it is kept of them.
      unsure.set(nameForUser(key), kept);
      return { value: kept as Value, isKept: true };
    }
  }
  const value = await asked;
  wasSilent = false;
  return { value, isKept: false };
}

/** Ask the server; while it cannot be reached, give what was kept of this user instead. */
export const orKept = async <Value>(
  ...asked: Parameters<typeof askOrRead<Value>>
): Promise<Value> => (await askOrRead(...asked)).value;

/** Tell whether the server answers, be it with a refusal. */
export function isAnswered(asked: Promise<unknown>, name = ""): Promise<boolean> {
  const patience = unsure.has(name) ? MUCH_PATIENCE : wasSilent ? LITTLE_PATIENCE : PATIENCE;
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
