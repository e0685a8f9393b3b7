type Page<Item> = { next: string | null; results: Item[] };

/** Give the cursor of the page after `page`; undefined if it is the last one. */
export function nextCursor(page: Pick<Page<unknown>, "next">): string | undefined {
  if (!page.next) return undefined;
  return new URL(page.next, "http://localhost").searchParams.get("cursor") ?? undefined;
}

export function allOf<Item>(pages: readonly Page<Item>[]): Item[] {
  return pages.flatMap((page) => page.results);
}

/** The query of one page, as the API takes it. */
export function pageQuery(cursor: string | undefined): { cursor?: string } {
  return cursor === undefined ? {} : { cursor };
}
