import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { type Keymap, withOverrides } from "@/lib/keymap";
import { ApiError, api, call } from "./client";
import { isFromDevice } from "./kept";
import { sessionQuery } from "./queries";
import type { components } from "./schema";
import { onSignedInAgain, SESSION_KEPT } from "./session";

export type Language = "" | "en" | "de";

/** How somebody likes the interface; `keys` holds only the commands whose keys they changed. */
export type Preferences = {
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly single_keys: boolean;
  readonly auto_advance: boolean;
  readonly language: Language;
};

type Changes = Partial<Preferences>;
/** The schema has no name for the language of the browser, which is none. */
type Sent = components["schemas"]["PatchedPreferencesInputRequest"];

export const DEFAULT_PREFERENCES: Preferences = {
  keys: {},
  single_keys: true,
  auto_advance: true,
  language: "",
};

const PATIENCE = 10_000;
const LANGUAGE_STORED_AS = "onrecord.language";
const storedAs = (userId: number) => `onrecord.preferences.${userId}`;

/**
 * The preferences of one user: what the server last said, under what it does not know yet.
 *
 * Both are kept on the device, so that a choice holds at once, without a network and in every tab.
 */
class PreferenceStore {
  readonly #userId: number;
  readonly #listeners = new Set<() => void>();
  #known: Preferences = DEFAULT_PREFERENCES;
  #unsent: Changes = {};
  #value: Preferences = DEFAULT_PREFERENCES;
  #adopted: unknown = null;
  #sending: Promise<void> = Promise.resolve();

  constructor(userId: number) {
    this.#userId = userId;
    this.#read();
    window.addEventListener("storage", (event) => {
      if (event.key === storedAs(userId)) this.#read();
    });
    window.addEventListener("online", () => void this.#flushQuietly());
    onSignedInAgain(() => void this.#flushQuietly());
    void this.#flushQuietly();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly getState = (): Preferences => this.#value;

  /** Take what the server says, once for every time that it says it. */
  adopt(given: Partial<Preferences> | undefined): void {
    if (!given || given === this.#adopted) return;
    this.#adopted = given;
    this.#known = { ...DEFAULT_PREFERENCES, ...given };
    this.#change();
  }

  async save(changes: Changes): Promise<"saved" | "kept"> {
    this.#unsent = { ...this.#unsent, ...changes };
    this.#change();
    // The catalog is chosen before it is known who is signed in.
    if (changes.language !== undefined) write(LANGUAGE_STORED_AS, changes.language);
    try {
      await this.#flush();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.isTemporary || error.isSignedOut) return "kept";
      // What the server refuses now it refuses later too.
      this.#unsent = {};
      this.#change();
      throw error;
    }
    return "saved";
  }

  /** Send what is unsent, after what is on its way, which may not have known of it. */
  #flush(): Promise<void> {
    const send = () => this.#sendAll();
    this.#sending = this.#sending.then(send, send);
    return this.#sending;
  }

  async #sendAll(): Promise<void> {
    while (Object.keys(this.#unsent).length > 0) {
      const sent = this.#unsent;
      this.#known = await patch(sent);
      const rest = Object.entries(this.#unsent).filter(
        ([name, value]) => value !== sent[name as keyof Changes],
      );
      this.#unsent = Object.fromEntries(rest);
      this.#change();
    }
  }

  async #flushQuietly(): Promise<void> {
    try {
      await this.#flush();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }

  #change(): void {
    write(storedAs(this.#userId), JSON.stringify({ known: this.#known, unsent: this.#unsent }));
    this.#show();
  }

  #read(): void {
    const { known, unsent } = readStored(storedAs(this.#userId));
    this.#known = { ...DEFAULT_PREFERENCES, ...known };
    this.#unsent = unsent;
    this.#show();
  }

  #show(): void {
    const value = { ...this.#known, ...this.#unsent };
    if (JSON.stringify(value) === JSON.stringify(this.#value)) return;
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }
}

const stores = new Map<number, PreferenceStore>();
let current: PreferenceStore | null = null;

function storeOf(userId: number): PreferenceStore {
  const known = stores.get(userId);
  if (known) return known;
  const made = new PreferenceStore(userId);
  stores.set(userId, made);
  return made;
}

const NOBODY = {
  subscribe: () => () => {},
  getState: () => DEFAULT_PREFERENCES,
};

/** Give what the user chose, and the defaults where they chose nothing. */
export function usePreferences(): Preferences {
  const user = useQuery(sessionQuery).data?.user;
  const store = user ? storeOf(user.id) : null;
  useEffect(() => {
    current = store;
    // What was kept of the session is older than what this device has of the preferences.
    if (isFromDevice(SESSION_KEPT)) return;
    store?.adopt(user?.preferences as Partial<Preferences> | undefined);
  }, [store, user]);
  const { subscribe, getState } = store ?? NOBODY;
  return useSyncExternalStore(subscribe, getState);
}

/** Give the user's keys. */
export function useKeymap(): Keymap {
  const { keys } = usePreferences();
  return useMemo(() => withOverrides(keys), [keys]);
}

/**
 * Change preferences: here at once, and on the server as soon as it can be reached.
 *
 * @returns whether the server has them, or they are kept here until it can be reached
 * @throws ApiError if the server refuses them; they are as before then
 */
export async function savePreferences(changes: Changes): Promise<"saved" | "kept"> {
  return current ? current.save(changes) : "kept";
}

async function patch(changes: Changes): Promise<Preferences> {
  const { keys, ...rest } = changes;
  const body = { ...rest, ...(keys && { keys: mutable(keys) }) } as Sent;
  const signal = AbortSignal.timeout(PATIENCE);
  const saved = await call(api.PATCH("/api/v1/me/preferences/", { body, signal }));
  return { ...DEFAULT_PREFERENCES, ...(saved as Partial<Preferences>) };
}

function mutable(keys: Preferences["keys"]): Record<string, string[]> {
  return Object.fromEntries(Object.entries(keys).map(([name, own]) => [name, [...own]]));
}

function readStored(name: string): { known: Changes; unsent: Changes } {
  try {
    const { known, unsent } = JSON.parse(localStorage.getItem(name) ?? "{}");
    return { known: known ?? {}, unsent: unsent ?? {} };
  } catch {
    return { known: {}, unsent: {} };
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Without storage the choice holds until the page is left.
  }
}
