import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { allOf } from "./pages";
import { projectsQuery } from "./queries";
import type { ProjectSummary } from "./types";

/** Give the projects that one has a role in, page by page as they come. */
export function useAllProjects(): ProjectSummary[] {
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(projectsQuery);
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return allOf(data?.pages ?? []);
}
