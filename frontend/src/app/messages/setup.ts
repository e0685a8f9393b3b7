import { type Language, language } from "@/lib/language";
import type { setup } from "./en/setup";
import type { Shape } from "./shape";

export type SetupMessages = Shape<typeof setup>;

const CATALOGS: Readonly<Record<Language, () => Promise<SetupMessages>>> = {
  en: async () => (await import("./en/setup")).setup,
  de: async () => (await import("./de/setup")).setup,
};

/** The sentences of setting a project up: leads alone see them. */
export const setupMessages: SetupMessages = await CATALOGS[language]();
