import type { UseQueryResult } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { makeProject } from "@/api/testing";
import type { Project } from "@/api/types";
import type { Overview } from "@/parts/overview/queries";
import { OverviewPanels } from "./overview/OverviewPanels";
import { SpeedFigure } from "./overview/SpeedFigure";
import { EMPTY, LARGE, makeFigures, makeOverview, makePerson } from "./overview/testing";

function show(
  overview: Overview | undefined,
  role: Project["role"] = "lead",
  isError = false,
  labels: "full" | "collapsed" = "full",
) {
  const asked: string[] = [];
  const query = {
    data: overview,
    isError,
    isFetching: false,
    refetch: async () => asked.push("again"),
  };
  const { container } = render(
    <OverviewPanels
      project={makeProject({ role })}
      overview={query as unknown as UseQueryResult<Overview>}
      search="?since=2026-05-01"
      labels={labels}
    />,
  );
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return { asked, container };
}

/** A panel by its title, which the table in it is called by too. */
const panel = (name: string) =>
  within(screen.getAllByRole("region", { name })[0] ?? document.createElement("p"));
const TITLES = [
  "Pace",
  "Time per claim",
  "Answers by source type",
  "Reliance on anonymous sources over time",
  "Reliance on anonymous sources by outlet",
];

describe("The overview", () => {
  afterEach(cleanup);

  it("says every chart in words, offers it as a table, and when it was computed", async () => {
    show(makeOverview());

    for (const title of TITLES) {
      expect(panel(title).getByRole("button", { name: "Show as table" })).toBeTruthy();
      expect(panel(title).getAllByRole("button", { name: /download/ })).toHaveLength(3);
    }
    expect(panel("Pace").getAllByText(/At 20 answers a day done about May 8, 2026/)).toBeTruthy();
    expect(screen.getByText(/named 50%, anonymous 30%, official_statement 20%/)).toBeTruthy();
    expect(screen.getByText(/Wire relies on anonymous sources most: 55% of 8 claims/)).toBeTruthy();
    expect(screen.getAllByText("From 20% in Mar 2026 to 40% in May 2026.")).toHaveLength(2);
    expect(screen.getByText(/^Progress, time and sources: computed/)).toBeTruthy();

    const outlets = panel("Reliance on anonymous sources by outlet");
    await userEvent.click(outlets.getByRole("button", { name: "Show as table" }));
    expect(outlets.getAllByRole("columnheader", { name: "official_statement" })).toBeTruthy();
  });

  it("lists people with what they have done, each leading to a page with the same filters", () => {
    show(makeOverview());

    const ana = within(panel("People").getByRole("row", { name: /Ana Ruiz/ }));
    expect(ana.getByRole("link").getAttribute("href")).toBe(
      "/projects/ferries/people/7?since=2026-05-01",
    );
    expect(ana.getByText("30 of 40")).toBeTruthy();
    expect(ana.getByText("6.1 s")).toBeTruthy();
    const ben = within(panel("People").getByRole("row", { name: /Ben Kraus/ }));
    expect(ben.getByText("–")).toBeTruthy();
  });

  it("does not take a part of the answers for a part of the work", () => {
    show(makeOverview({ scope: "selection:0123" }));

    const ana = within(panel("People").getByRole("row", { name: /Ana Ruiz/ }));
    expect(ana.getByText("30")).toBeTruthy();
    expect(ana.queryByRole("progressbar")).toBeNull();
  });

  it("lists nobody for a viewer", () => {
    show(makeOverview({ figures: makeFigures({ people: [] }) }), "viewer");

    expect(screen.queryByRole("region", { name: "People" })).toBeNull();
    expect(screen.getByRole("region", { name: "Pace" })).toBeTruthy();
  });

  it("says in every panel that there is nothing yet", () => {
    show(makeOverview({ figures: EMPTY }));

    expect(panel("Pace").getByText(/No answers yet/)).toBeTruthy();
    expect(panel("Time per claim").getByText("No answer has its time yet.")).toBeTruthy();
    expect(panel("Answers by source type").getByText(/No claim has an answer/)).toBeTruthy();
    expect(panel(TITLES[3] ?? "").getByText(/says when it was published/)).toBeTruthy();
    expect(panel(TITLES[4] ?? "").getByText(/has an outlet yet/)).toBeTruthy();
    expect(panel("People").getByText(/Nobody annotates here yet/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Show as table" })).toBeNull();
  });

  it("does not say that somebody answered more claims than there were", () => {
    const gone = makePerson(7, "Ana Ruiz", { answered: 8, assigned: 5 });

    show(makeOverview({ scope: "all", figures: makeFigures({ people: [gone] }) }));

    expect(panel("People").getByText("8")).toBeTruthy();
    expect(panel("People").queryByText("8 of 5")).toBeNull();
  });

  it("tells that source types are as given where they are collapsed elsewhere", () => {
    show(makeOverview(), "lead", false, "collapsed");

    expect(panel("Answers by source type").getByText(/as they were given, not/)).toBeTruthy();
  });

  it("speaks of no intervals where there are none", () => {
    const { sources } = makeFigures();
    const labels = sources.labels.map((one) => ({ ...one, low: null, high: null }));

    show(makeOverview({ figures: makeFigures({ sources: { ...sources, labels, articles: 1 } }) }));

    expect(panel("Answers by source type").getByText(/28 claims of 1 article\.$/)).toBeTruthy();
  });

  it("does not say that a project lacks what its filters leave out", () => {
    show(makeOverview({ scope: "selection:5f0c2a9b1d7e4630", figures: EMPTY }));

    for (const title of TITLES) {
      expect(panel(title).getByText(/Nothing counts with these filters/)).toBeTruthy();
    }
  });

  it("tells what is not computed from where nothing counts", () => {
    show(makeOverview({ figures: null, computed_at: null, is_current: false }));
    expect(panel("Pace").getByText(/have not been computed yet/)).toBeTruthy();
    cleanup();

    show(makeOverview({ figures: null }));
    expect(panel("Pace").getByText(/Nothing counts with these filters/)).toBeTruthy();
    expect(panel("People").getByText(/Nothing counts with these filters/)).toBeTruthy();
  });

  it("shows a single annotator, day, outlet and month", () => {
    const whole = makeFigures();
    const figures = makeFigures({
      people: [makePerson(7, "Ana Ruiz")],
      days: whole.days.slice(0, 1),
      outlets: whole.outlets.slice(0, 1),
      months: whole.months.slice(0, 1),
    });
    show(makeOverview({ figures }));

    expect(screen.getByText("Gazette: 20% of 20 claims.")).toBeTruthy();
    expect(screen.getAllByText("20% in Mar 2026.")).toHaveLength(2);
    expect(screen.getAllByText(/answers saved on 1 day\./)).toBeTruthy();
  });

  it("holds its places while it is loaded", () => {
    const { container } = show(undefined);

    expect(container.querySelectorAll("[aria-busy]").length).toBeGreaterThanOrEqual(TITLES.length);
    expect(screen.queryByText(/computed/)).toBeNull();
  });

  it("can be asked for again, panel by panel, where it could not be loaded", async () => {
    const { asked } = show(undefined, "lead", true);

    const again = screen.getAllByRole("button", { name: "Try again" });
    expect(again).toHaveLength(TITLES.length + 1);
    await userEvent.click(panel("Pace").getByRole("button", { name: "Try again" }));

    expect(asked).toEqual(["again"]);
  });

  it("shows of many the first, and all on request", async () => {
    show(makeOverview({ figures: LARGE }));
    const people = panel("People");
    expect(people.getAllByRole("row")).toHaveLength(1 + 12);

    await userEvent.click(people.getByRole("button", { name: "Show all 50" }));
    expect(people.getAllByRole("row")).toHaveLength(1 + 50);
    await userEvent.click(people.getByRole("button", { name: "Show fewer" }));
    expect(people.getAllByRole("row")).toHaveLength(1 + 12);

    const outlets = panel("Reliance on anonymous sources by outlet");
    expect(outlets.queryByRole("rowheader", { name: "All others" })).toBeNull();
    await userEvent.click(outlets.getByRole("button", { name: "Show all 31" }));
    expect(outlets.getByRole("rowheader", { name: "All others" })).toBeTruthy();

    await userEvent.click(panel("Pace").getByRole("button", { name: "Show as table" }));
    expect(panel("Pace").getAllByRole("row")).toHaveLength(1 + 200);
  });
});

describe("The time per claim", () => {
  afterEach(cleanup);

  it("is a median with the half of the answers around it", () => {
    render(<SpeedFigure overview={makeOverview()} />);

    expect(screen.getByText("6.4")).toBeTruthy();
    expect(screen.getByText("The middle half takes 4.1 to 9.9 s")).toBeTruthy();
  });

  it("is not there before there are answers, and is said to be on its way", () => {
    render(<SpeedFigure overview={makeOverview({ figures: EMPTY, is_current: false })} />);

    expect(screen.getByText("Not yet")).toBeTruthy();
    expect(screen.getByText(/They are being computed anew/)).toBeTruthy();
  });
});
