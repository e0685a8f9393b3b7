import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type ChartContent, ChartPanel, type ChartQuery } from "./ChartPanel";

const CONTENT: ChartContent = {
  chart: <p>A chart</p>,
  summary: "Ana agrees most.",
  table: {
    columns: [{ label: "Annotator" }, { label: "Claims" }],
    rows: [
      ["Ana", 1200],
      ["=Ben", null],
    ],
  },
};
const DONE = { isError: false, isFetching: false, refetch: () => {} };

function show(content: ChartContent | undefined, query: Partial<ChartQuery> = {}) {
  render(
    <ChartPanel
      project="ferries"
      name="team"
      title="The team"
      text="Who agrees."
      query={{ ...DONE, ...query }}
      content={content}
    />,
  );
}

/** What is handed to the reader instead of being saved. */
function catchFiles() {
  const files: { name: string; content: Blob }[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((content) => {
    files.push({ name: "", content: content as Blob });
    return "blob:one";
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const last = files.at(-1);
    if (last) last.name = this.download;
  });
  return files;
}

describe("A chart's panel", () => {
  afterEach(cleanup);

  it("shows the chart, the sentence, and on request the same as a table", async () => {
    show(CONTENT);
    expect(screen.getByRole("region", { name: "The team" }).textContent).toContain("A chart");
    expect(screen.getByText("Ana agrees most.")).toBeTruthy();
    expect(screen.queryByRole("table")).toBeNull();

    await userEvent.click(screen.getByRole("button", { name: "Show as table" }));

    const cells = screen.getAllByRole("cell").map(({ textContent }) => textContent);
    expect(cells).toEqual(["1,200", "–"]);
    expect(screen.getByRole("rowheader", { name: "Ana" })).toBeTruthy();
    const toggle = screen.getByRole("button", { name: "Show as table" });
    expect(toggle.getAttribute("aria-expanded")).toBe("true");
  });

  it("gives what it shows as CSV and as SVG, named by project, panel and day", async () => {
    const files = catchFiles();
    show(CONTENT);

    await userEvent.click(screen.getByRole("button", { name: /^CSV/ }));
    await userEvent.click(screen.getByRole("button", { name: /^SVG/ }));

    await waitFor(() => expect(files).toHaveLength(2));
    const [csv, svg] = files;
    expect(csv?.name).toMatch(/^ferries-team-\d{4}-\d\d-\d\d\.csv$/);
    expect(await csv?.content.text()).toBe("Annotator,Claims\r\nAna,1200\r\n'=Ben,\r\n");
    expect(svg?.name).toMatch(/^ferries-team-.*\.svg$/);
    expect(await svg?.content.text()).toContain("<title>The team</title>");
  });

  it("says so where a file could not be made", async () => {
    vi.spyOn(URL, "createObjectURL").mockImplementation(() => {
      throw new Error("No.");
    });
    show(CONTENT);

    await userEvent.click(screen.getByRole("button", { name: /^CSV/ }));

    expect((await screen.findByRole("alert")).textContent).toContain("could not be made");
  });

  it("says why there is nothing to draw, and offers no files of it", () => {
    show({ empty: "Nobody has answered yet." });

    expect(screen.getByText("Nobody has answered yet.")).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("is busy while it loads, and says so after a moment", async () => {
    show(undefined, { isFetching: true });
    expect(document.querySelector("[aria-busy]")).toBeTruthy();

    expect(await screen.findByText("Loading…")).toBeTruthy();
  });

  it("fails by itself, and tries again", async () => {
    const refetch = vi.fn();
    show(undefined, { isError: true, refetch });
    expect(screen.getByRole("alert").textContent).toContain("“The team” could not be loaded.");

    await userEvent.click(screen.getByRole("button", { name: "Try again" }));

    expect(refetch).toHaveBeenCalledOnce();
  });

  it("keeps what it has shown when it cannot be renewed", () => {
    show(CONTENT, { isError: true });

    expect(screen.getByRole("alert").textContent).toContain("from before");
    expect(screen.getByText("A chart")).toBeTruthy();
  });
});
