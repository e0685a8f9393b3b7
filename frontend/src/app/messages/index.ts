import { type Language, language } from "@/lib/language";
import type { en } from "./en";
import type { Shape } from "./shape";

export type Messages = Shape<typeof en>;

const CATALOGS: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import("./en")).en,
  de: async () => (await import("./de")).de,
};

// A constant for every module that takes its part of it; one language is loaded, not both.
export const messages: Messages = await CATALOGS[language]();

let panels: Promise<unknown> | null = null;

/**
 * Load a part whose sentences are in the catalog of the panels, after that catalog.
 *
 * Safari fails modules that are imported at the same time and wait for the same module.
 */
export async function withPanelMessages<Part>(load: () => Promise<Part>): Promise<Part> {
  panels ??= import("./panels");
  try {
    await panels;
  } catch (error) {
    panels = null;
    throw error;
  }
  return load();
}
