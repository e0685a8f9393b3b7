import { type Language, language } from "@/lib/language";
import type { leads } from "./en/leads";
import type { Shape } from "./shape";

export type LeadMessages = Shape<typeof leads>;

const CATALOGS: Readonly<Record<Language, () => Promise<LeadMessages>>> = {
  en: async () => (await import("./en/leads")).leads,
  de: async () => (await import("./de/leads")).leads,
};

/** The sentences of screens that annotators do not see and so do not have to load. */
export const leadMessages: LeadMessages = await CATALOGS[language]();
