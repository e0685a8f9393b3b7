import { type Language, language } from "@/lib/language";
import type { projects } from "./en/projects";
import type { Shape } from "./shape";

export type ProjectMessages = Shape<typeof projects>;

const CATALOGS: Readonly<Record<Language, () => Promise<ProjectMessages>>> = {
  en: async () => (await import("./en/projects")).projects,
  de: async () => (await import("./de/projects")).projects,
};

/** The sentences of the list of projects and of the guidelines as a page: annotating needs none. */
export const projectMessages: ProjectMessages = await CATALOGS[language]();
