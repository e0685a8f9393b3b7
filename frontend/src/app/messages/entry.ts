import { type Language, language } from "@/lib/language";
import type { entry } from "./en/entry";
import type { Shape } from "./shape";

export type EntryMessages = Shape<typeof entry>;

const CATALOGS: Readonly<Record<Language, () => Promise<EntryMessages>>> = {
  en: async () => (await import("./en/entry")).entry,
  de: async () => (await import("./de/entry")).entry,
};

/** The sentences of signing in, of invitations and of the first account: of little use once inside. */
export const entryMessages: EntryMessages = await CATALOGS[language]();
