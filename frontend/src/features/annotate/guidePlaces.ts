const HEADINGS = "h2, h3, h4, h5, h6";
const BLOCKS = "li, tr, p";

export type Heading = { readonly text: string; readonly level: number };

export function headingsIn(container: Element): HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>(HEADINGS)];
}

export function describeHeading(heading: Element): Heading {
  return { text: heading.textContent.trim(), level: Number(heading.tagName.slice(1)) };
}

/**
 * Find where a text is about `name`: the heading that names it, else every rule that has it in
 * bold, else where it is first written.
 */
export function placesAbout(container: Element, name: string): readonly HTMLElement[] {
  for (const wanted of spellings(name)) {
    const isNamed = ({ textContent }: Element) => hasWords(textContent ?? "", wanted);
    const heading = headingsIn(container).find(isNamed);
    if (heading) return [heading];
    const rules = [...container.querySelectorAll("strong")]
      .filter(({ textContent }) => textContent.trim().toLowerCase() === wanted)
      .flatMap((bold) => bold.closest<HTMLElement>(BLOCKS) ?? []);
    if (rules.length > 0) return rules;
    const mention = [...container.querySelectorAll<HTMLElement>(BLOCKS)].find(isNamed);
    if (mention) return [mention];
  }
  return [];
}

/** "Named source" may be called "Named" for short. */
function spellings(name: string): string[] {
  const whole = name.trim().toLowerCase();
  const first = whole.split(/\s+/)[0] ?? whole;
  return first === whole || first.length < 4 ? [whole] : [whole, first];
}

function hasWords(text: string, wanted: string): boolean {
  const at = text.toLowerCase().indexOf(wanted);
  if (at < 0) return false;
  const beside = [text[at - 1] ?? " ", text[at + wanted.length] ?? " "];
  return beside.every((character) => !/[\p{L}\p{N}]/u.test(character));
}
