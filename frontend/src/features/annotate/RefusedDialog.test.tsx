import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { AnswerOutbox, RefusedSave, Save } from "@/api/answers";
import { makeAnnotation, makeAnswer, makeSave } from "@/api/testing";
import type { Annotation, Article } from "@/api/types";
import { Attention } from "@/lib/attention";
import { MemoryStore, Outbox } from "@/lib/outbox";
import { RefusedDialog } from "./RefusedDialog";
import { claimOf } from "./state";
import { AnnotateStore } from "./store";
import { makeArticle, makeProject } from "./testing";

const THEIRS = makeAnnotation({ claim: 102, client_id: "theirs", source_type: "anonymous" });
const BEFORE = makeArticle({ id: 1, claims: 3 });
const OWN = makeProject();
const NAMED = { ...OWN.source_types[0], name: "By a ferry" };
const FERRIES = { ...OWN, slug: "ferries", name: "Ferries", source_types: [NAMED] };
const SECOND = "Claim 2 of article 1.";

/** The article after a lead has put claims with these spans in the place of its second one. */
function recut(...spans: [start: number, end: number][]): Article {
  const [first, second, third] = BEFORE.claims;
  if (!first || !second || !third) throw new Error("There are three claims.");
  const fresh = spans.map(([start, end], index) => ({
    ...second,
    id: 110 + index,
    number: 2 + index,
    start: second.start + start,
    end: second.start + end,
    quote: SECOND.slice(start, end),
  }));
  return { ...BEFORE, claims: [first, ...fresh, { ...third, number: 2 + spans.length }] };
}

function refusal(id: string, code: string, save: Partial<Save> = {}): RefusedSave {
  const answer = makeAnswer({ note: "Twice?" });
  const payload = makeSave({ claim: 102, number: 2, quote: SECOND, article: 1, answer, ...save });
  return { id, payload, reason: "The server’s own words.", code, current: null };
}

/** Show the dialog, over a server that has the article as it is now. */
async function show(refused: RefusedSave[], now: Article | null = BEFORE) {
  vi.stubGlobal("fetch", async ({ url }: Request) => {
    if (!now) throw new TypeError("cut");
    return Response.json(url.includes("/projects/") ? FERRIES : now);
  });
  const kept = new MemoryStore<Save, Annotation>();
  await kept.write([{ add: refused }, { refuse: refused }]);
  const outbox: AnswerOutbox = new Outbox<Save, Annotation>({
    store: kept,
    send: () => Promise.reject(new Error("cut")),
    judge: () => ({ kind: "again" }),
  });
  await outbox.ready;
  const queue = [BEFORE];
  const store = new AnnotateStore({
    outbox,
    attention: new Attention(() => 0),
    fetchQueue: async () => queue.splice(0),
    fetchArticle: () => Promise.reject(new Error("cut")),
    readKept: async () => null,
    fetchHistory: async () => [],
    revertProposal: async () => null,
    shown: 1,
  });
  await store.load();
  const onClose = vi.fn();
  const dialog = () => (
    <QueryClientProvider client={queries}>
      <RefusedDialog project={makeProject()} outbox={outbox} store={store} onClose={onClose} />
    </QueryClientProvider>
  );
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { rerender } = render(dialog());
  outbox.subscribe(() => act(() => rerender(dialog())));
  const ids = () => outbox.getState().refused.map(({ id }) => id);
  return { outbox, store, onClose, refused: ids };
}

const press = async (name: string) => userEvent.click(await screen.findByRole("button", { name }));
const offers = () =>
  within(screen.getByRole("list"))
    .getAllByRole("button")
    .map(({ textContent }) => textContent);

describe("The dialog of refused answers", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("quotes the claim as its article is written, and guesses where that is not known", async () => {
    const { outbox } = await show([refusal("a", "project_closed")], { ...BEFORE, language: "de" });
    const quote = document.querySelector("blockquote");

    expect(quote?.dir).toBe("auto");
    await waitFor(() => expect([quote?.lang, quote?.dir]).toEqual(["de", "ltr"]));
    outbox.stop();
  });

  it("names the project of an answer that was given in another one, and leads there", async () => {
    const { onClose } = await show([refusal("a", "project_closed")], {
      ...BEFORE,
      project: "ferries",
    });

    const link = await screen.findByRole("link", { name: "Given in the project “Ferries”" });
    screen.getByText("Answer: By a ferry, confidence 3");
    expect(link.getAttribute("href")).toBe("/projects/ferries/annotate");
    await userEvent.click(link);
    expect(onClose).toHaveBeenCalledOnce();
    window.history.replaceState(null, "", "/");
  });

  it("closes when nothing is left to decide", async () => {
    const { outbox, onClose } = await show([refusal("a", "project_closed")]);

    await act(() => outbox.dismiss("a"));

    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });

  it("sends again what was refused as the project was closed", async () => {
    const { outbox } = await show([refusal("a", "project_closed")]);
    screen.getByText(/takes no answers now. Once a lead has opened it again, send again/);
    expect(offers()).toEqual(["Send again", "Take the server’s"]);

    await press("Send again");

    expect(outbox.getState().pending).toMatchObject([{ id: "a" }]);
    outbox.stop();
  });

  it("sends all again at once, but not what the server will never take", async () => {
    const gone = refusal("b", "unknown_source_type");
    const shut = [refusal("a", "project_closed"), refusal("c", "project_closed", { claim: 103 })];
    const { outbox, refused } = await show([...shut, gone]);
    expect(await screen.findAllByRole("button", { name: /^Go to/ })).toHaveLength(1);

    await press("Send 2 again");

    expect(outbox.getState().pending.map(({ id }) => id)).toEqual(["a", "c"]);
    expect(refused()).toEqual(["b"]);
    outbox.stop();
  });

  it("leads from a claim that was split to the claims in its place", async () => {
    const { store, onClose, refused } = await show(
      [refusal("a", "claim_replaced")],
      recut([0, 7], [8, 21]),
    );
    await screen.findByText(/put other claims in the place of this one/);
    expect(offers()).toEqual([
      "Go to claim 2",
      "Go to claim 3",
      "Copy the answerto claim 2",
      "Remove from this device",
    ]);

    await press("Go to claim 3");

    expect(onClose).toHaveBeenCalledOnce();
    expect(claimOf(store.getState().session)).toMatchObject({ id: 111, number: 3 });
    expect(refused()).toEqual(["a"]);
  });

  it("lets go of an answer to what a lead has excluded, and shows the article without it", async () => {
    const { store, refused } = await show([refusal("a", "claim_replaced")], recut());
    await screen.findByText(/it is no claim any more/);
    screen.getByText("Note: Twice?");
    expect(offers()).not.toContain("Send again");

    await press("Remove from this device");

    expect(refused()).toEqual([]);
    const [article] = store.getState().session.articles;
    expect(article?.claims.map(({ id }) => id)).toEqual([101, 103]);
  });

  it("copies what was answered", async () => {
    const user = userEvent.setup();
    await show([refusal("a", "claim_replaced")], null);

    await user.click(await screen.findByRole("button", { name: "Copy the answer to claim 2" }));

    expect(await navigator.clipboard.readText()).toBe(
      `${SECOND}\nAnswer: Named source, confidence 3\nNote: Twice?`,
    );
  });

  it("leads to a claim whose answer can no longer be taken as it is", async () => {
    const { store } = await show([refusal("a", "unknown_source_type")]);
    await screen.findByText(/no longer has this source type/);

    await press("Go to claim 2");

    expect(claimOf(store.getState().session)?.id).toBe(102);
  });

  it("says what it has no words for as the server does", async () => {
    await show([refusal("a", "of_tomorrow")]);

    screen.getByText("The server’s own words.");
    expect(offers()).toContain("Send again");
  });

  it("takes what the server has", async () => {
    const claims = BEFORE.claims.map((claim) =>
      claim.id === 102 ? { ...claim, annotation: THEIRS } : claim,
    );
    const { store, refused } = await show([refusal("a", "project_closed")], { ...BEFORE, claims });

    await press("Take the server’s");

    await vi.waitFor(() => expect(refused()).toEqual([]));
    const { answers, heads } = store.getState().session;
    expect(answers.get(102)).toMatchObject({ source_type: "anonymous" });
    expect(heads.get(102)).toBe("theirs");
  });

  it("keeps the answer where the server does not say what it has", async () => {
    const { refused } = await show([refusal("a", "project_closed")], null);

    await press("Take the server’s");

    await screen.findByText(/Your answer is still here/);
    expect(refused()).toEqual(["a"]);
  });

  it("goes on reading from the start when an answer has gone", async () => {
    const { outbox } = await show([
      refusal("a", "project_closed"),
      refusal("b", "project_closed", { claim: 103 }),
    ]);

    await userEvent.click(screen.getAllByRole("button", { name: "Send again" })[0] as Element);

    expect(document.activeElement).toBe(screen.getByText(/kept on this device until you decide/));
    outbox.stop();
  });
});
