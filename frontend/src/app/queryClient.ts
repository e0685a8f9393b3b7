import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/api/client";

const TRIES = 3;

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) =>
          error instanceof ApiError && error.isTemporary && failures < TRIES - 1,
      },
      // "online" would hold a request back on a machine that only believes to be offline.
      mutations: { networkMode: "always" },
    },
  });
}
