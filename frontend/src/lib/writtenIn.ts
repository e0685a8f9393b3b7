type Written = { language: string; direction?: "ltr" | "rtl" };

/**
 * Say of an element that shows words of an article what these are written in.
 *
 * Without it a reader that speaks would read them in the language of the interface.
 */
export function writtenIn({ language, direction }: Written) {
  return { lang: language || undefined, dir: direction ?? "auto" };
}
