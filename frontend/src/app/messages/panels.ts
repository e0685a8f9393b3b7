import { type Language, language } from "@/lib/language";
import type { panels } from "./en/panels";
import type { Shape } from "./shape";

export type PanelMessages = Shape<typeof panels>;

const CATALOGS: Readonly<Record<Language, () => Promise<PanelMessages>>> = {
  en: async () => (await import("./en/panels")).panels,
  de: async () => (await import("./de/panels")).panels,
};

/** The sentences of the account and of what opens over a screen: not needed for the first claim. */
export const panelMessages: PanelMessages = await CATALOGS[language]();
