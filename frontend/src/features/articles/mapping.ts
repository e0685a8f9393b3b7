import type { Mapping } from "./requests";

export function mappingOf(columns: readonly { name: string; field: string | null }[]): Mapping {
  return Object.fromEntries(columns.map(({ name, field }) => [name, field]));
}

/** Say that `column` holds `field`; another that was to hold it is not used any more. */
export function assign(mapping: Mapping, column: string, field: string | null): Mapping {
  const changed = Object.entries(mapping).map(([name, held]) => {
    if (name === column) return [name, field];
    return [name, held === field ? null : held];
  });
  return Object.fromEntries(changed);
}

/** Whether some column holds the text, without which there is no article. */
export function isReadable(mapping: Mapping): boolean {
  return Object.values(mapping).includes("text");
}
