import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { button, SELECTION, serve, show } from "./screenTesting";
import { makeFigure, makeReport } from "./testing";

describe("Filtering the dashboard", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    history.replaceState(null, "", "/");
  });

  it("shows what the filters of its address choose, in every figure and every link", async () => {
    history.replaceState(null, "", "/projects/ferries?annotator=1");
    const state = serve();

    await show();

    const cells = await screen.findAllByRole("link", { name: /claims in common$/ });
    expect(cells[0]?.getAttribute("href")).toBe("/projects/ferries/pairs/1/2?annotator=1");
    const of = `scope=${encodeURIComponent(SELECTION.scope)}`;
    for (const what of ["agreement/", "agreement/pairs/", "agreement/labels/", "overview/"]) {
      expect(state.asked.filter((one) => one.startsWith(`GET ${what}?${of}`))).not.toEqual([]);
    }
    expect(state.asked.some((one) => one.includes("scope=all"))).toBe(false);
    expect(screen.getByText("The figures are of the chosen answers only.")).toBeTruthy();
    const progress = screen.getByRole("heading", { name: "Progress" }).parentElement;
    expect(progress?.textContent).toContain("Of all answers, whatever is filtered.");
  });

  it("keeps the figures that were shown until those of newly chosen answers are counted", async () => {
    const state = serve();
    await show();
    state.selection = { ...SELECTION, counted_at: null };
    await userEvent.click(await screen.findByRole("button", { name: /^Annotators: all/ }));
    const [first] = await screen.findAllByRole("checkbox");
    if (first) await userEvent.click(first);

    await userEvent.click(button("Apply"));

    await screen.findByText(/Until then, the figures are those from before/);
    expect(screen.getAllByText("0.71")).toHaveLength(2);
    expect(state.asked.some((one) => one.startsWith("GET agreement/?scope=selection"))).toBe(false);
  });

  it("counts source types as what they map to, if its address says so", async () => {
    history.replaceState(null, "", "/projects/ferries?labels=collapsed");
    const { variables } = makeReport();
    const collapsed = makeFigure({ value: 0.83 });
    const report = makeReport({ variables: { ...variables, source_type_collapsed: collapsed } });
    const state = serve({ report });

    await show();

    expect(await screen.findByText("0.83")).toBeTruthy();
    expect(button("Labels: collapsed. Change the filter")).toBeTruthy();
    const asked = "GET agreement/pairs/?scope=all&labels=collapsed";
    await waitFor(() => expect(state.asked).toContain(asked));
  });

  it("filters by who answered, and shows all again", async () => {
    serve();
    await show();

    await userEvent.click(await screen.findByRole("button", { name: /^Annotators: all/ }));
    await userEvent.click(await screen.findByRole("checkbox", { name: "Ben Kessler" }));
    await userEvent.click(button("Apply"));

    await waitFor(() => expect(location.search).toBe("?annotator=2"));
    expect(button(/^Annotators: Ben Kessler/)).toBeTruthy();
    await userEvent.click(button("Clear filters"));
    await waitFor(() => expect(location.search).toBe(""));
    expect(button(/^Annotators: all/)).toBeTruthy();
  });

  it("takes no filter from a menu that is left by Escape", async () => {
    serve();
    await show();

    await userEvent.click(await screen.findByRole("button", { name: /^Annotators: all/ }));
    await userEvent.click(await screen.findByRole("checkbox", { name: "Ben Kessler" }));
    await userEvent.keyboard("{Escape}");

    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(location.search).toBe("");
    expect(document.activeElement).toBe(button(/^Annotators: all/));
  });

  it("opens the claims of a split, and goes back to all of them", async () => {
    const state = serve();
    await show();

    await userEvent.click(
      await screen.findByRole("link", { name: /peers of “anonymous” say “named”/ }),
    );

    await waitFor(() =>
      expect(state.asked).toContain(
        "GET agreement/disputed/?between=anonymous%2Cnamed&page_size=5",
      ),
    );
    await userEvent.click(screen.getByRole("link", { name: "Show all disputed claims" }));
    await waitFor(() => expect(location.search).toBe(""));
  });
});
