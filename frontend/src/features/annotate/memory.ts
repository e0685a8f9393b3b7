import type { Place } from "./moving";
import type { Draft } from "./stacks";

/** What outlives the page and is no answer yet: the place, notes that wait, what was shown. */
export type Kept = {
  readonly place: Place | null;
  readonly drafts: readonly (readonly [claim: number, draft: Draft])[];
  /** The newest revision of the guidelines that was shown here. */
  readonly shown?: number;
};

const NOTHING: Kept = { place: null, drafts: [] };

/** Keeps that for one user in one project. */
export class Memory {
  readonly #name: string;

  constructor(userId: number, slug: string) {
    this.#name = `onrecord.place.${userId}.${slug}`;
  }

  read(): Kept {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#name) ?? "null");
      return isKept(kept) ? kept : NOTHING;
    } catch {
      return NOTHING;
    }
  }

  /** Give whether it could be kept. */
  write(kept: Kept): boolean {
    try {
      localStorage.setItem(this.#name, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }
}

function isKept(kept: unknown): kept is Kept {
  if (typeof kept !== "object" || kept === null || !("place" in kept)) return false;
  return "drafts" in kept && Array.isArray(kept.drafts);
}
