import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { nextCursor, pageQuery } from "@/api/pages";
import type { NewToken, TokenInput } from "@/api/types";

export const tokensQuery = infiniteQueryOptions({
  queryKey: ["tokens"],
  queryFn: ({ signal, pageParam }) =>
    call(api.GET("/api/v1/tokens/", { params: { query: pageQuery(pageParam) }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: nextCursor,
});

export function createToken(body: TokenInput): Promise<NewToken> {
  return call(api.POST("/api/v1/tokens/", { body }));
}

export async function revokeToken(id: number): Promise<void> {
  await call(api.DELETE("/api/v1/tokens/{token_id}/", { params: { path: { token_id: id } } }));
}
