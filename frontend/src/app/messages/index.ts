import { en } from "./en";

export type Shape<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Shape<T[Key]> };

/** What a language must provide: every sentence of the English catalog, with the same values. */
export type Messages = Shape<typeof en>;

const catalogs = { en } satisfies Record<string, Messages>;

export const messages: Messages = catalogs.en;
