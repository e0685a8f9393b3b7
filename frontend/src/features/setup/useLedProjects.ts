import type { ProjectSummary } from "@/api/types";
import { useAllProjects } from "@/api/useAllProjects";

/** Give the projects that one leads, page by page as they come. */
export function useLedProjects(): ProjectSummary[] {
  return useAllProjects().filter(({ role }) => role === "lead");
}
