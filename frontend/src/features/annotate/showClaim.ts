import type { AnswerOutbox } from "@/api/answers";
import type { Article } from "@/api/types";
import type { AnnotateStore } from "./store";

/** Take an article over as the server has it now, and bring a claim of it into view, if one is named. */
export function showClaim(
  store: AnnotateStore,
  outbox: AnswerOutbox,
  article: Article,
  claim: number | null,
): void {
  const unsent = outbox.getState().pending;
  store.dispatch({ type: "articles", articles: [article], unsent });
  if (claim === null) return;
  if (store.getState().atEnd) store.openBeside(-1);
  const { articles } = store.getState().session;
  const at = articles.findIndex(({ id }) => id === article.id);
  store.dispatch({ type: "open", article: at });
  const to = articles[at]?.claims.findIndex(({ id }) => id === claim) ?? -1;
  store.dispatch({ type: "go", to });
}
