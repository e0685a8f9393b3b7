import { type Language, language } from "@/lib/language";
import type { people } from "./en/people";
import type { Shape } from "./shape";

export type PeopleMessages = Shape<typeof people>;

const CATALOGS: Readonly<Record<Language, () => Promise<PeopleMessages>>> = {
  en: async () => (await import("./en/people")).people,
  de: async () => (await import("./de/people")).people,
};

/** The sentences of people and activity: leads alone see them. */
export const peopleMessages: PeopleMessages = await CATALOGS[language]();
