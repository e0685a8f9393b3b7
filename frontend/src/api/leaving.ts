import type { QueryClient } from "@tanstack/react-query";
import { dropOutbox } from "./answers";
import { sessionQuery } from "./queries";
import { signOut } from "./session";
import type { User } from "./types";

/**
 * Sign out and go to the sign-in screen, whatever else the server says or leaves unsaid.
 *
 * @throws ApiError if the server did not sign out; nothing is changed then
 */
export async function leave(queries: QueryClient, user: User, go: () => void): Promise<void> {
  await signOut();
  // Nobody is signed in by the page's knowledge first: as long as it takes this user to be,
  // the sign-in screen leads back in, where another outbox is made for those answers.
  const { queryKey } = sessionQuery;
  queries.setQueryData(queryKey, (known) => known && { ...known, user: null });
  dropOutbox(user.id);
  go();
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] });
  // What the sign-in screen offers may be another thing now.
  void queries.refetchQueries({ queryKey, exact: true });
}
