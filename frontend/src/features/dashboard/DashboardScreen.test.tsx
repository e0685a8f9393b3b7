import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { button, METHODS, serve, show } from "./screenTesting";
import { makeReport, RECOMPUTATION } from "./testing";

const FAILED = {
  kind: "failed",
  detail: "The scale ends at 3.",
  raised_at: "2026-05-04T12:00:00Z",
} as const;
const countAnew = () => button("Count everything anew");
const copyMethods = () => button(/^Copy methods paragraph.*confidence/);

describe("The dashboard", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    history.replaceState(null, "", "/");
  });

  it("shows each figure with its interval, in words and as a picture", async () => {
    serve();

    await show();

    const intervals = screen.getAllByText("95% interval .67 to .75, clustered by 25 articles");
    expect(intervals).toHaveLength(2);
    expect(screen.getAllByRole("img", { name: /α 0\.71\. 95% interval \.67 to/ })).toHaveLength(2);
    expect(screen.getByText("AC1 .78 (.50 to 1.00)")).toBeTruthy();
    expect(screen.getByText("AC2 .78 (.50 to 1.00)")).toBeTruthy();
  });

  it("keeps the old figures, with the progress, while everything is counted anew", async () => {
    const state = serve();
    const { look } = await show();
    expect(screen.queryByRole("progressbar", { name: /counted anew/ })).toBeNull();

    state.agreement = { ...state.agreement, recomputation: RECOMPUTATION };
    await look();

    const bar = await screen.findByRole<HTMLProgressElement>("progressbar", {
      name: /counted anew/,
    });
    expect([bar.value, bar.max]).toEqual([12, 50]);
    expect(screen.getAllByText("0.71")).toHaveLength(2);
    const said = screen.getAllByRole("status").map(({ textContent }) => textContent);
    expect(said).toContain(
      "Counting everything anew: 12 of 50 parts. The figures are from before.",
    );
  });

  describe("for a lead", () => {
    it("counts everything anew on request, once at a time", async () => {
      const state = serve();
      await show();

      await userEvent.click(countAnew());

      expect(await screen.findAllByText(/^Counting everything anew: 0 of 50 parts/)).toBeTruthy();
      expect(countAnew().getAttribute("aria-disabled")).toBe("true");
      await userEvent.click(countAnew());
      expect(state.asked.filter((one) => one === "POST agreement/recompute/")).toHaveLength(1);
    });

    it("says why counting anew could not begin, and what is kept", async () => {
      const state = serve();
      await show();

      state.isUp = false;
      await userEvent.click(countAnew());

      const said = (await screen.findByRole("alert")).textContent;
      expect(said).toContain("Its log says why. The figures are as they were; try again.");
      expect(screen.getAllByText("0.71")).toHaveLength(2);
      expect(countAnew().getAttribute("aria-disabled")).toBeNull();
    });

    it("reads an alarm out if it comes up, not if it was there", async () => {
      const state = serve({ alarms: [FAILED] });
      const { look } = await show();
      expect(screen.getByRole("note").textContent).toContain(FAILED.detail);
      expect(screen.queryByRole("alert")).toBeNull();

      const later = { ...FAILED, kind: "difference", raised_at: "2026-05-05T03:00:00Z" } as const;
      state.agreement = { ...state.agreement, alarms: [later, FAILED] };
      await look();

      expect((await screen.findByRole("alert")).textContent).toContain("found a difference");
      expect(screen.getByRole("note").textContent).toContain(FAILED.detail);
    });

    it("copies the methods paragraph of the figure", async () => {
      const state = serve();
      const copied: string[] = [];
      vi.stubGlobal("navigator", { clipboard: { writeText: async (t: string) => copied.push(t) } });
      await show();

      await userEvent.click(copyMethods());

      await waitFor(() => expect(copied).toEqual([METHODS]));
      expect(state.asked).toContain(
        "GET agreement/methods/?variable=confidence&scope=all&labels=full",
      );
      expect(screen.queryByRole("dialog")).toBeNull();
    });

    it("shows the paragraph where the browser does not copy", async () => {
      serve();
      vi.stubGlobal("navigator", {});
      await show();

      await userEvent.click(copyMethods());

      expect((await screen.findByRole("dialog")).textContent).toContain(METHODS);
    });

    it("says that the paragraph could not be had", async () => {
      const state = serve();
      await show();

      state.isUp = false;
      await userEvent.click(copyMethods());

      expect(
        await screen.findByRole("button", { name: /^Copying failed; try again/ }),
      ).toBeTruthy();
      expect(screen.queryByRole("dialog")).toBeNull();
    });
  });

  it("fetches the panels anew when there is a newer report, and only then", async () => {
    const state = serve();
    const { look } = await show();
    await screen.findByRole("grid");
    const looks = () => state.asked.filter((one) => one.startsWith("GET agreement/pairs/"));
    expect(looks()).toHaveLength(1);

    await look();
    expect(looks()).toHaveLength(1);
    state.agreement = { ...state.agreement, report: makeReport({ id: 2 }) };
    await look();

    await waitFor(() => expect(looks()).toHaveLength(2));
  });

  it("asks nothing for a viewer that only a lead may see", async () => {
    history.replaceState(null, "", "/projects/ferries?annotator=1");
    const state = serve();

    await show("viewer");

    expect(screen.queryByRole("region", { name: "Filters" })).toBeNull();
    const paths = new Set(state.asked.map((one) => one.replace(/\?.*/, "")));
    expect([...paths].sort()).toEqual(["GET agreement/", "GET overview/", "GET progress/"]);
  });

  it("offers a viewer neither alarms nor what only a lead may do", async () => {
    serve({ alarms: [FAILED] });

    await show("viewer");

    expect(screen.queryByRole("note")).toBeNull();
    expect(screen.queryByRole("button", { name: /Count everything anew/ })).toBeNull();
    expect(screen.queryByRole("button", { name: /Copy methods/ })).toBeNull();
  });
});
