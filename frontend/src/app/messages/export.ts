import { type Language, language } from "@/lib/language";
import type { exporting } from "./en/export";
import type { Shape } from "./shape";

export type ExportMessages = Shape<typeof exporting>;

const CATALOGS: Readonly<Record<Language, () => Promise<ExportMessages>>> = {
  en: async () => (await import("./en/export")).exporting,
  de: async () => (await import("./de/export")).exporting,
};

/** The sentences of exports and snapshots: leads and viewers see them. */
export const exportMessages: ExportMessages = await CATALOGS[language]();
