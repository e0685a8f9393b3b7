import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { allOf } from "@/api/pages";
import { projectsQuery } from "@/api/queries";
import type { ProjectSummary } from "@/api/types";

/** Give the projects that one leads, page by page as they come. */
export function useLedProjects(): ProjectSummary[] {
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(projectsQuery);
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return allOf(data?.pages ?? []).filter(({ role }) => role === "lead");
}
