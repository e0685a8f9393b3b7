/** Take the heading that a Markdown text begins with off it: a page has only one of the first rank. */
export function splitTitle(body: string): { title: string | null; rest: string } {
  const found = /^\s*# +(.+?) *#*\r?(?:\n|$)/.exec(body);
  if (!found) return { title: null, rest: body };
  return { title: found[1] ?? null, rest: body.slice(found[0].length) };
}
