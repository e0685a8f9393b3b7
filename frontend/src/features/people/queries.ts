import { api, call } from "@/api/client";
import type { Invitation, Role } from "@/api/types";

export type NewInvitation = { role: Role; email?: string; places?: number };

export function invite(slug: string, body: NewInvitation): Promise<Invitation> {
  return call(
    api.POST("/api/v1/projects/{slug}/invitations/", { params: { path: { slug } }, body }),
  );
}

export async function revoke(slug: string, id: number): Promise<void> {
  await call(
    api.DELETE("/api/v1/projects/{slug}/invitations/{invitation_id}/", {
      params: { path: { slug, invitation_id: id } },
    }),
  );
}
