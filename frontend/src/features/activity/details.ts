import type { ActivityEntry } from "@/api/types";

/** The details of an entry, read with care: the log holds entries of older versions too. */
export class Details {
  readonly #known: Readonly<Record<string, unknown>>;

  constructor(known: unknown) {
    this.#known = isRecord(known) ? known : {};
  }

  text(name: string): string {
    const value = this.#known[name];
    return typeof value === "string" ? value : "";
  }

  number(name: string): number {
    const value = this.#known[name];
    return typeof value === "number" ? value : 0;
  }

  is(name: string): boolean {
    return this.#known[name] === true;
  }

  has(name: string): boolean {
    return this.#known[name] !== undefined && this.#known[name] !== null;
  }

  list(name: string): readonly unknown[] {
    const value = this.#known[name];
    return Array.isArray(value) ? value : [];
  }

  part(name: string): Details {
    return new Details(this.#known[name]);
  }

  entries(): [name: string, value: unknown][] {
    return Object.entries(this.#known);
  }
}

export function detailsOf({ details }: Pick<ActivityEntry, "details">): Details {
  return new Details(details);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
