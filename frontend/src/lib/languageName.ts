import { language } from "./language";

const names = new Intl.DisplayNames(language, { type: "language", languageDisplay: "standard" });

/** Give the name of a language in that of the interface; the tag itself where it has none. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    // The server takes tags that are looser than those of the browser.
    return tag;
  }
}
