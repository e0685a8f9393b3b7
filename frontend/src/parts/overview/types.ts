import type { Project, SourceType } from "@/api/types";

/** The source types of a project, those that are archived too. */
export type Types = Pick<Project, "source_types" | "archived_source_types">;

/** Give a source type by its key; one that is not there any more goes by its key alone. */
export function typeNamed(types: Types, key: string): Pick<SourceType, "name" | "color"> {
  const all = [...types.source_types, ...types.archived_source_types];
  return all.find((type) => type.key === key) ?? { name: key, color: "" };
}
