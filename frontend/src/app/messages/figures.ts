import { type Language, language } from "@/lib/language";
import type { figures } from "./en/figures";
import type { Shape } from "./shape";

export type FiguresMessages = Shape<typeof figures>;

const CATALOGS: Readonly<Record<Language, () => Promise<FiguresMessages>>> = {
  en: async () => (await import("./en/figures")).figures,
  de: async () => (await import("./de/figures")).figures,
};

/** The sentences of the dashboard's charts and filters. */
export const figuresMessages: FiguresMessages = await CATALOGS[language]();
