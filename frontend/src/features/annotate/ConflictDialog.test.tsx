import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { AnswerOutbox, RefusedSave, Save } from "@/api/answers";
import { makeAnnotation, makeSave } from "@/api/testing";
import type { Annotation } from "@/api/types";
import { MemoryStore, Outbox } from "@/lib/outbox";
import { ConflictDialog } from "./ConflictDialog";
import { makeArticle, makeProject } from "./testing";

function refusal(id: string, claim: number): RefusedSave {
  const payload = makeSave({ claim, number: claim });
  const current = makeAnnotation({ client_id: "theirs", claim });
  return { id, payload, reason: "", code: "changed_elsewhere", current };
}

/** Open the dialog over these conflicts, beside the question. */
async function open(...refused: RefusedSave[]) {
  vi.stubGlobal("fetch", async () =>
    Response.json({ ...makeArticle({ id: 1, claims: 1 }), language: "de", direction: "rtl" }),
  );
  const store = new MemoryStore<Save, Annotation>();
  await store.write([{ add: refused }, { refuse: refused }]);
  const outbox: AnswerOutbox = new Outbox<Save, Annotation>({
    store,
    send: () => Promise.reject(new Error("cut")),
    judge: () => ({ kind: "again" }),
    isOnline: () => true,
  });
  render(<section id="question" tabIndex={-1} aria-label="Question" />);
  await act(() => outbox.ready);
  const onClose = vi.fn();
  const own = { project: makeProject(), outbox, store: { take: vi.fn() }, onClose };
  const { unmount } = render(
    <QueryClientProvider client={new QueryClient()}>
      <ConflictDialog {...own} />
    </QueryClientProvider>,
  );
  return { outbox, onClose, unmount };
}

describe("Where a conflict is decided", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("quotes the claim as its article is written", async () => {
    const { outbox } = await open(refusal("a", 4));

    const quote = document.querySelector("blockquote");
    await waitFor(() => expect([quote?.lang, quote?.dir]).toEqual(["de", "rtl"]));
    outbox.stop();
  });

  it("closes after the last one, and leaves the focus with the question", async () => {
    const { outbox, onClose, unmount } = await open(refusal("a", 4), refusal("b", 7));

    await userEvent.click(screen.getByRole("button", { name: "Keep mine" }));
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Keep the other" }));
    expect(onClose).toHaveBeenCalledOnce();

    unmount();
    expect(document.activeElement).toBe(screen.getByRole("region", { name: "Question" }));
    outbox.stop();
  });
});
