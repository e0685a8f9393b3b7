import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { AnswerOutbox, RefusedSave, Save } from "@/api/answers";
import { makeAnnotation, makeAnswer, makeSave } from "@/api/testing";
import type { Annotation } from "@/api/types";
import { Attention } from "@/lib/attention";
import { MemoryStore, Outbox, type Verdict } from "@/lib/outbox";
import { parts } from "./panelParts";
import { SyncChip } from "./SyncChip";
import { AnnotateStore } from "./store";
import { makeProject } from "./testing";

const THEIRS = makeAnnotation({
  client_id: "theirs",
  source_type: "official_statement",
  confidence: 1,
  note: "They said so",
});

function refusal(id: string, save: Partial<Save>, code = "changed_elsewhere"): RefusedSave {
  const current = code === "changed_elsewhere" ? THEIRS : null;
  return { id, payload: makeSave(save), reason: "This project is closed.", code, current };
}

type Scene = { refused?: RefusedSave[]; verdict?: Verdict; isOnline?: boolean };

/** Show the chip over an outbox before a server that answers every try so. */
async function show({ refused = [], verdict = { kind: "again" }, isOnline = true }: Scene = {}) {
  const store = new MemoryStore<Save, Annotation>();
  await store.write([{ add: refused }, { refuse: refused }]);
  const outbox: AnswerOutbox = new Outbox<Save, Annotation>({
    store,
    send: () => Promise.reject(new Error("cut")),
    judge: () => verdict,
    isOnline: () => isOnline,
  });
  const annotating = new AnnotateStore({
    outbox,
    attention: new Attention(() => 0),
    fetchQueue: async () => [],
    fetchArticle: () => Promise.reject(new Error("cut")),
    readKept: async () => null,
    fetchHistory: async () => [],
    revertProposal: async () => null,
    shown: 1,
  });
  const chip = <SyncChip project={makeProject()} outbox={outbox} store={annotating} />;
  render(<QueryClientProvider client={new QueryClient()}>{chip}</QueryClientProvider>);
  return { outbox, annotating, store };
}

const ready = ({ outbox }: { outbox: AnswerOutbox }) => act(() => outbox.ready);

async function fail(outbox: AnswerOutbox, saves = 1) {
  await act(async () => {
    outbox.addAll(Array.from({ length: saves }, () => makeSave()));
    await vi.waitFor(() => expect(outbox.getState().phase).not.toBe("saving"));
  });
}

const button = (name: string) => screen.findByRole("button", { name });

// What is answered is no matter here, unless a test says so.
beforeEach(() => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("cut")));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("The sync chip", () => {
  beforeEach(() => {
    // Of the dialogs, happy-dom shows only what is open.
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true;
    };
  });
  afterEach(cleanup);

  it("says nothing of being saved before that is known", async () => {
    const shown = await show();

    screen.getByText("Checking…");
    await ready(shown);
    screen.getByText("All saved");
  });

  it("says that an answer is on its way", async () => {
    const shown = await show();
    await ready(shown);

    act(() => void shown.outbox.add(makeSave()));

    screen.getByText("Saving…");
    shown.outbox.stop();
  });

  it.each([
    [{}, "Not sent yet, 2 kept here"],
    [{ isOnline: false }, "Offline, 2 kept here"],
    [{ verdict: { kind: "signed_out" } }, "Sign in to send 2"],
  ] satisfies [Scene, string][])("says why answers wait: %j", async (scene, words) => {
    const shown = await show(scene);
    await ready(shown);

    await fail(shown.outbox, 2);

    await button(words);
    expect(screen.getByRole("status").textContent).toBe(words);
    shown.outbox.stop();
  });

  it("says where nothing can be stored", async () => {
    const shown = await show();
    await ready(shown);
    shown.store.write = () => Promise.reject(new Error("full"));

    await fail(shown.outbox);

    await button("Not sent yet, 1 kept only in this page");
    shown.outbox.stop();
  });

  it("counts the claims that were changed elsewhere, and other refusals apart", async () => {
    const shown = await show({
      refused: [
        refusal("a", { claim: 1 }),
        refusal("b", { claim: 1 }),
        refusal("c", { claim: 2 }, "project_closed"),
      ],
    });
    await ready(shown);

    await button("1 changed elsewhere");
    await button("1 answer refused");
    expect(screen.queryByText("All saved")).toBeNull();
  });
});

describe("The dialog of changes elsewhere", () => {
  beforeAll(() => parts.changed.load(), 20_000);
  afterEach(cleanup);

  async function open(refused: RefusedSave[]) {
    const shown = await show({ refused });
    await ready(shown);
    await userEvent.click(await button(`${refused.length} changed elsewhere`));
    return { ...shown, dialog: await screen.findByRole("dialog") };
  }

  it("shows both versions side by side", async () => {
    const answer = makeAnswer({ flags: ["flagged"] });
    const { dialog, outbox } = await open([refusal("a", { answer, quote: "It is shut." })]);

    within(dialog).getByText("It is shut.");
    const rows = within(dialog)
      .getAllByRole("row")
      .slice(1)
      .map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ["Answer", "Named source", "Official statement"],
      ["Confidence", "High, 3 of 3", "Low, 1 of 3"],
      ["Marks", "flagged for the lead", "none"],
      ["Note", "none", "They said so"],
    ]);
    outbox.stop();
  });

  it("goes on to the next one, and closes after the last", async () => {
    const refused = [refusal("a", { claim: 1, number: 4 }), refusal("b", { claim: 2, number: 7 })];
    const { dialog, outbox } = await open(refused);
    within(dialog).getByText(/answered claim 4 here .* One more after this\./);

    await userEvent.click(await button("Keep mine"));
    within(dialog).getByText(/answered claim 7 here/);
    await userEvent.click(await button("Keep mine"));

    expect(screen.queryByRole("dialog")).toBeNull();
    expect(outbox.getState().pending.map(({ id }) => id)).toEqual(["a", "b"]);
    outbox.stop();
  });

  it("tells of the other's answer when that is kept", async () => {
    const { annotating, outbox } = await open([refusal("a", { claim: 9 })]);

    await userEvent.click(await button("Keep the other"));

    const taken = outbox.getState().pending.at(-1);
    const { answers, heads } = annotating.getState().session;
    expect([answers.get(9), heads.get(9)]).toEqual([taken?.payload.answer, taken?.id]);
    expect(answers.get(9)).toMatchObject({ source_type: "official_statement" });
    outbox.stop();
  });
});
