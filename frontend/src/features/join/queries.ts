import { queryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { holdSession } from "@/api/sender";
import type { Session } from "@/api/types";
import type { Account } from "./account";

/** Look up what a link invites to; whoever has it may. */
export const invitationQuery = (secret: string) =>
  queryOptions({
    queryKey: ["invitation", secret],
    queryFn: ({ signal }) =>
      call(api.POST("/api/v1/invitations/look/", { body: { secret }, signal })),
    enabled: secret !== "",
    staleTime: 0,
    // A machine that only believes to be offline asks all the same.
    networkMode: "always",
  });

/** Join as who is signed in, or with a new account, which is signed in then. */
export function accept(secret: string, account?: Account) {
  const body = account ? { secret, account } : { secret };
  return call(api.POST("/api/v1/invitations/accept/", { body }));
}

/** Make the account that a new installation begins with, and sign in with it. */
export async function makeFirstAccount(code: string, account: Account): Promise<Session> {
  const body = { code, ...account };
  const session = await call(api.POST("/api/v1/session/first-account/", { body }));
  holdSession(session.user?.id ?? null);
  return session;
}
