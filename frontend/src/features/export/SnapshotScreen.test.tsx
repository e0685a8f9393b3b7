import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { show } from "./screenTesting";
import { COMPARISON, DIGEST, makeSnapshot, makeUnfinished, serve } from "./testing";

// happy-dom has no modal dialogs.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const rowsOf = (name: string) =>
  within(screen.getByRole("table", { name }))
    .getAllByRole("row")
    .map((row) => row.textContent);

describe("A snapshot", () => {
  it("has its files with what proves them, and how they are loaded", async () => {
    serve(makeSnapshot());
    show("/12");
    await screen.findByRole("heading", { name: /^Snapshot of May 4, 2026/ });

    expect(screen.getByText(DIGEST)).toBeTruthy();
    expect(rowsOf("Files")[1]).toMatch(/^data\/claims\/train\.parquet91551 kB/);
    const link = screen.getByRole("link", { name: "Download README.md" });
    expect(link.getAttribute("href")).toBe("/api/v1/projects/ferries/snapshots/12/files/README.md");
    expect(screen.getByText(/load_dataset/).textContent).toContain("ferries-3f9a0c1d2e4b");
  });

  it("has its agreement, and its labels by split", async () => {
    serve(makeSnapshot());
    show("/12");
    await screen.findByRole("heading", { name: "Agreement" });

    expect(screen.getByText("Source type: .71, 95% interval .61 to .81")).toBeTruthy();
    expect(screen.getByText("Confidence: undefined")).toBeTruthy();
    const [head, named] = rowsOf("Labels in each split");
    expect(head).toContain("Train80% · 20 articles915 claims");
    expect(named).toBe("Named source66% 60067% 8064% 70");
    expect(screen.getByText(/^2 articles in 1 group of near-duplicates/)).toBeTruthy();
  });

  it("shows how far it is, and says when it is done", async () => {
    const state = serve(makeUnfinished({ id: 12, step: "writing", done: 3, total: 9 }));
    const { look } = show("/12");
    expect(await screen.findByText("Writing the files: 3 of 9")).toBeTruthy();
    expect(screen.queryByRole("table")).toBeNull();

    state.snapshots = [makeSnapshot()];
    await look();

    expect(await screen.findByText("The snapshot is done, with 1,144 claims.")).toBeTruthy();
    expect(screen.getByRole("table", { name: "Files" })).toBeTruthy();
  });

  it.each(["/12", "/twelve", "/0"])("that is not there is not found: %s", async (path) => {
    serve();
    show(path);

    expect(await screen.findByText(/^There is no such snapshot/)).toBeTruthy();
  });

  it("can be deleted by leads, who are asked first", async () => {
    const state = serve(makeSnapshot());
    const { address } = show("/12");
    await userEvent.click(await screen.findByRole("button", { name: "Delete" }));
    const dialog = screen.getByRole("dialog", { name: "Delete this snapshot?" });
    expect(dialog.textContent).toContain("Whoever cites 3f9a0c1d2e4b…");
    expect(state.asked).not.toContain("DELETE snapshots/12/");

    await userEvent.click(within(dialog).getByRole("button", { name: "Delete it" }));

    expect(state.asked).toContain("DELETE snapshots/12/");
    await vi.waitFor(() => expect(address()).toBe(""));
    expect(await screen.findByRole("heading", { name: "No snapshot yet" })).toBeTruthy();
  });

  it("cannot be deleted by viewers", async () => {
    serve(makeSnapshot());
    show("/12", "viewer");

    await screen.findByRole("table", { name: "Files" });
    expect(screen.queryByRole("button", { name: "Delete" })).toBeNull();
  });
});

describe("Comparing", () => {
  const older = makeSnapshot({ id: 11, digest: "b".repeat(64) });
  const choose = async () => {
    const select = await screen.findByRole("combobox", { name: "Compare with" });
    await userEvent.selectOptions(select, "11");
  };

  it("needs another snapshot that is done", async () => {
    serve(makeSnapshot(), makeUnfinished());
    show("/12");

    expect(await screen.findByText(/^There is no other snapshot/)).toBeTruthy();
  });

  it("says what changed from the older one to the newer", async () => {
    const state = serve(makeSnapshot(), older);
    const { address } = show("/12");

    await choose();

    expect(await screen.findByText("Claims relabeled")).toBeTruthy();
    expect(state.asked).toContain("GET snapshots/11/compare/12/");
    expect(address()).toBe("/12?with=11");
    const counts = screen.getByText("Claims added").parentElement?.parentElement?.textContent;
    expect(counts).toBe("Claims added3Claims removed1Claims relabeled2");
    expect(screen.getByText(/^1,142 claims before, 1,144 after. Votes: 22 added/)).toBeTruthy();
    const fromTo = within(screen.getByRole("region", { name: "From which label to which" }));
    expect(fromTo.getAllByRole("row")[1]?.textContent).toBe("Named sourceNo majority2");
    const agreement = rowsOf("Agreement before and after");
    expect(agreement[2]).toContain("Source type, after.74, 95% interval .61 to .81.74+.03");
    expect(screen.getByText("The ferry will stop")).toBeTruthy();
    await userEvent.click(screen.getByRole("radio", { name: "added" }));
    expect(screen.getByText("A bridge will come")).toBeTruthy();
    expect(screen.queryByText("The ferry will stop")).toBeNull();
  });

  it("says that it is at work until a worker has found out", async () => {
    const state = serve(makeSnapshot(), older);
    state.comparison = { ...COMPARISON, state: "waiting", figures: null };
    const { look } = show("/12");
    await choose();
    expect(await screen.findByText("Comparing…")).toBeTruthy();

    state.comparison = COMPARISON;
    await look();

    expect(await screen.findByText("The comparison is there.")).toBeTruthy();
    expect(screen.queryByText("Comparing…")).toBeNull();
  });

  it("says why it failed", async () => {
    const state = serve(makeSnapshot(), older);
    state.comparison = { ...COMPARISON, state: "failed", error: "It broke.", figures: null };
    show("/12?with=11");

    expect((await screen.findByRole("alert")).textContent).toContain("It broke.");
  });

  it("says of equal ones that they are", async () => {
    serve(makeSnapshot(), makeSnapshot({ id: 11 }));
    show("/12?with=11");

    expect(await screen.findByText("The two are the same, to the last byte.")).toBeTruthy();
  });
});
