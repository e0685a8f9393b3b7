import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { show } from "./screenTesting";
import { makeSnapshot, makeUnfinished, serve } from "./testing";

const take = () => userEvent.click(screen.getByRole("button", { name: "Take a snapshot" }));
const rows = async () => {
  const [, ...found] = within(await screen.findByRole("table")).getAllByRole("row");
  return found.map((row) => row.textContent ?? "");
};
const said = () => screen.getAllByRole("status").map((one) => one.textContent);

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("The snapshots", () => {
  it("say what one is for where there is none", async () => {
    serve();
    show();

    expect(await screen.findByRole("heading", { name: "No snapshot yet" })).toBeTruthy();
  });

  it("say what is in each, how it is split, and what names it", async () => {
    serve(makeSnapshot());
    show();

    const [row] = await rows();
    expect(row).toContain("Answers: from May 1, 2026 · 2 or more votes");
    expect(row).toContain("Split by article: train 80%, validation 10%, test 10%");
    expect(row).toContain("1,1443,4002.1 MB3f9a0c1d2e4b");
    expect(row).toContain("by Lena");
    const link = within(screen.getByRole("table")).getByRole("link");
    expect(link.getAttribute("href")).toBe("/projects/ferries/export/12");
  });

  it("show how far one is that is being taken, and say when it is done", async () => {
    const state = serve(makeUnfinished({ step: "claims", done: 400, total: 1144 }));
    const { look } = show();
    expect((await rows())[0]).toContain("Being takenReading the claims: 400 of 1,144");
    const bar = screen.getByRole<HTMLProgressElement>("progressbar");
    expect([bar.value, bar.max]).toEqual([400, 1144]);

    state.snapshots = [makeSnapshot({ id: 13 })];
    await look();

    await vi.waitFor(() => expect(said()).toContain("The snapshot is done, with 1,144 claims."));
    expect(screen.queryByRole("progressbar")).toBeNull();
  });

  it("say of one that waits that a worker will come", async () => {
    serve(makeUnfinished({ state: "waiting" }));
    show();

    expect((await rows())[0]).toContain("WaitingA worker will begin soon");
  });

  it("say why one failed, and ask for the same once more", async () => {
    const error = "The program failed on this.";
    const failed = makeUnfinished({ state: "failed", error });
    const state = serve(failed);
    show();
    expect((await rows())[0]).toContain(`Failed${error}`);

    await userEvent.click(screen.getByRole("button", { name: "Try again" }));

    expect(state.sent).toEqual([failed.options]);
    expect(await rows()).toHaveLength(2);
    expect(said()).toContain("Asked for again, with the same options.");
  });

  it("stay as they were while the server is away", async () => {
    const state = serve(makeSnapshot());
    const { look } = show();
    await rows();

    state.isUp = false;
    await look();

    expect(await screen.findByText(/This is how it stood last/)).toBeTruthy();
    expect(await rows()).toHaveLength(1);
  });
});

describe("Taking a snapshot", () => {
  it("asks for what the form and the filters say", async () => {
    const state = serve();
    show("?decided=true");
    await userEvent.click(screen.getByRole("checkbox", { name: "CSV" }));
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Keep together" }), "Time");

    await take();

    expect(state.sent).toMatchObject([
      {
        filters: { decided: true },
        formats: ["parquet", "csv"],
        text: false,
        splits: { by: "period", seed: 0, similarity: 0.5, shares: { train: 0.8 } },
      },
    ]);
    expect(await rows()).toHaveLength(1);
    expect(said()).toContain("Asked for: it is the first in the list below.");
  });

  it("leads to what is wrong, and asks for nothing until it is right", async () => {
    const state = serve();
    show();
    const share = screen.getByRole("textbox", { name: "Test" });
    await userEvent.clear(share);
    await userEvent.type(share, "5");

    await take();

    const [alert] = await screen.findAllByRole("alert");
    expect(alert?.textContent).toContain("The shares must add up to 100 %, not 95 %.");
    expect(share.getAttribute("aria-invalid")).toBe("true");
    expect(state.sent).toEqual([]);
  });

  it("says what the server refused", async () => {
    const state = serve();
    const errors = { filters: { annotators: ["Nobody has the code zzz."] } };
    state.refusal = { code: "invalid", detail: "Look at the fields.", errors };
    show();

    await take();

    expect((await screen.findByRole("alert")).textContent).toContain("Nobody has the code zzz.");
  });
});
