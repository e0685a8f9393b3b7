export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where language.js looks for the language that was chosen on this device. */
const STORED_AS = "onrecord.language";
const ACCOUNT_AS = "onrecord.language.account";

/** The language of this page, for as long as it lives; language.js has chosen it. */
export const language: Language = isLanguage(document.documentElement.lang)
  ? document.documentElement.lang
  : "en";

/** The language as the reader's browser has it, so that dates are those of the country. */
export const locale: string = localeOf(language, navigator.languages ?? []);

export function localeOf(spoken: Language, wished: readonly string[]): string {
  // A browser may take over the tag of its system, as in "en-US@posix", which is none of the web's.
  const valid = wished.filter((tag) => /^[a-z\d-]+$/i.test(tag));
  return valid.find((tag) => tag.split("-")[0]?.toLowerCase() === spoken) ?? spoken;
}

/**
 * Keep for this device what an account has chosen; each choice of each account once.
 *
 * What is chosen here afterwards stays, should the account not have heard of it.
 *
 * @returns whether the page must be loaded again to be in that language
 */
export function adoptLanguage(account: number, chosen: string): boolean {
  const seen = `${account}:${chosen}`;
  try {
    if (localStorage.getItem(ACCOUNT_AS) === seen) return false;
    localStorage.setItem(ACCOUNT_AS, seen);
    if (!isLanguage(chosen) || chosen === language) return false;
    localStorage.setItem(STORED_AS, chosen);
    return true;
  } catch {
    // Without storage the language would be lost with the next page anyway.
    return false;
  }
}

function isLanguage(tag: string): tag is Language {
  return (LANGUAGES as readonly string[]).includes(tag);
}
