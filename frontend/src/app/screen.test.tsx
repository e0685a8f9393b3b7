import { cleanup, screen as page, render } from "@testing-library/react";
import { Suspense } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isFromDevice } from "@/api/kept";
import { isScreenKept } from "@/lib/offline";
import { leaveOldBuild, untilServerIsThere } from "@/lib/reach";

vi.mock("@/api/kept");
vi.mock("@/lib/offline");
vi.mock("@/lib/reach");

let arrive: () => void;

/** Open one screen after another in a page that was just loaded. */
async function open() {
  vi.resetModules();
  const { screen } = await import("./screen");
  return (name: string, isKept: boolean) => {
    const load = vi.fn(async () => () => <h1>{name}</h1>);
    const Screen = screen(load, isKept);
    render(
      <Suspense fallback={null}>
        <Screen />
      </Suspense>,
    );
    return load;
  };
}

describe("A screen", () => {
  beforeEach(() => {
    vi.mocked(isFromDevice).mockReturnValue(false);
    vi.mocked(isScreenKept).mockReturnValue(false);
    vi.mocked(untilServerIsThere).mockImplementation(
      () =>
        new Promise((resolve) => {
          arrive = resolve;
        }),
    );
  });
  afterEach(cleanup);

  it("is loaded at once where it is the first, and then waits for the server", async () => {
    const show = await open();
    show("First", false);
    await page.findByRole("heading", { name: "First" });

    const load = show("Second", false);
    await vi.waitFor(() => expect(untilServerIsThere).toHaveBeenCalledOnce());
    expect(load).not.toHaveBeenCalled();
    arrive();

    await page.findByRole("heading", { name: "Second" });
  });

  it("waits also as the first, where the page itself is one that was kept", async () => {
    vi.mocked(isFromDevice).mockReturnValue(true);
    vi.mocked(isScreenKept).mockReturnValue(true);

    const load = (await open())("Dashboard", false);
    await vi.waitFor(() => expect(untilServerIsThere).toHaveBeenCalledOnce());
    expect(load).not.toHaveBeenCalled();
    arrive();

    await page.findByRole("heading", { name: "Dashboard" });
  });

  it("does not wait where a service worker has kept it", async () => {
    vi.mocked(isFromDevice).mockReturnValue(true);
    vi.mocked(isScreenKept).mockReturnValue(true);
    const show = await open();

    show("Projects", true);
    show("Annotate", true);

    await page.findByRole("heading", { name: "Annotate" });
    expect(untilServerIsThere).not.toHaveBeenCalled();
  });

  it("of a build that is gone has the page loaded anew, and shows no failure meanwhile", async () => {
    vi.mocked(leaveOldBuild).mockReturnValue(new Promise(() => undefined));
    await open();
    const { screen } = await import("./screen");
    const Gone = screen(() => Promise.reject(new TypeError("Failed to fetch")));
    render(
      <Suspense fallback={<p>Loading</p>}>
        <Gone />
      </Suspense>,
    );

    await vi.waitFor(() => expect(leaveOldBuild).toHaveBeenCalledOnce());
    expect(page.getByText("Loading")).toBeTruthy();
  });
});
