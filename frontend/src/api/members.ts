import { queryOptions } from "@tanstack/react-query";
import { api, call } from "./client";
import type { Member, MemberChanges } from "./types";

/** Who is or was in a project; leads alone see it. */
export const membersQuery = (slug: string) =>
  queryOptions({
    queryKey: ["projects", slug, "members"],
    queryFn: ({ signal }) =>
      call(api.GET("/api/v1/projects/{slug}/members/", { params: { path: { slug } }, signal })),
  });

export function changeMember(slug: string, id: number, body: MemberChanges): Promise<Member> {
  return call(
    api.PATCH("/api/v1/projects/{slug}/members/{user_id}/", {
      params: { path: { slug, user_id: id } },
      body,
    }),
  );
}
