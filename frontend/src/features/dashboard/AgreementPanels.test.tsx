import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { makeProject } from "@/api/testing";
import { AgreementPanels } from "./AgreementPanels";
import {
  FIGURES,
  makeCalibration,
  makeLevel,
  makeNewcomer,
  makePairs,
  makeScopes,
  makeShort,
  makeStanding,
  makeStandings,
  makeValue,
  NO_LABELS,
  ONE_LABEL,
  UNDEFINED,
} from "./panelTesting";
import { makeScope } from "./testing";

const NO_LEVELS = makeCalibration([
  { ...makeLevel(1, "Low"), ...UNDEFINED, status: "no_data", ratings: 0 },
]);

/** Serve `figures`; a path without any fails, one with a promise waits for it. */
function open(figures: Record<string, unknown>, scope = makeScope()) {
  const served = { ...figures };
  vi.stubGlobal("fetch", async (request: Request) => {
    const what = new URL(request.url).pathname.split("/projects/ferries/")[1] ?? "";
    const body = await served[what];
    return body === undefined
      ? Response.json({ code: "error", detail: "Broken." }, { status: 500 })
      : Response.json(body);
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <AgreementPanels project={PROJECT} scope={scope} />
    </QueryClientProvider>,
  );
  return served;
}

const PROJECT = {
  ...makeProject(),
  confidence_scale: ["Low", "Medium", "High"].map((word, at) => ({ value: at + 1, word })),
};

const panel = (name: string) => screen.findByRole("region", { name });
/** Wait until a panel says something. */
const says = async (name: string, text: string) =>
  waitFor(async () => expect((await panel(name)).textContent).toContain(text));

const TITLES = [
  "Who agrees with whom",
  "Each annotator against the team",
  "Where answers split",
  "Agreement on each label",
  "Confidence against agreement",
  "By guidelines revision",
  "Agreement over time",
] as const;

describe("The panels of agreement", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("show figures, each in words and to download", async () => {
    open(FIGURES);

    const csv = { name: /^CSV: download/ };
    await waitFor(() => expect(screen.getAllByRole("button", csv)).toHaveLength(7));
    await says(TITLES[0], "Of 3 pairs with enough claims in common");
    await says(TITLES[1], "No interval lies wholly below the mean of .60.");
    await says(TITLES[2], "meet most often");
    await says(TITLES[3], "“anonymous” is agreed on least, with α\u00a0.40.");
    await says(TITLES[4], "At “1 Low” 50% of peers agree, at “3 High” 90%.");
    await says(TITLES[5], "All answers were given under one revision");
    await says(TITLES[6], "In the week of May 4, 2026 α is .70.");
  });

  it("say what is missing where nobody has answered", async () => {
    open({
      "agreement/pairs/": makePairs(0),
      "agreement/annotators/": makeStandings([]),
      "agreement/labels/": NO_LABELS,
      "agreement/calibration/": NO_LEVELS,
      "agreement/scopes/": makeScopes([], []),
    });

    const empty = /^(No |Nobody).*(counted|answers)/;
    await waitFor(() => expect(screen.getAllByText(empty)).toHaveLength(7));
    expect(screen.queryByRole("button", { name: /download/ })).toBeNull();
  });

  it("say of a label that nobody has given it, not that everybody has", async () => {
    open({ ...FIGURES, "agreement/labels/": ONE_LABEL });

    const labels = await screen.findByRole("table", { name: TITLES[3] });
    expect(within(labels).getAllByText("not given yet")).not.toEqual([]);
  });

  it("say what is missing where one person has answered", async () => {
    open({
      ...FIGURES,
      "agreement/pairs/": makePairs(1),
      "agreement/annotators/": makeStandings([makeNewcomer(1)]),
    });

    expect(await screen.findByText(/Pairs need two people on the same claims/)).toBeTruthy();
    expect(await screen.findByText(/A comparison needs two people/)).toBeTruthy();
  });

  it("say why there is no figure where everybody gave the same answer", async () => {
    const same = makeShort(UNDEFINED);
    open({
      ...FIGURES,
      "agreement/pairs/": makePairs(2, {
        cells: makePairs(2).cells.map((cell) => ({ ...cell, ...UNDEFINED })),
      }),
      "agreement/annotators/": makeStandings([
        makeStanding(1, { peer_kappa: UNDEFINED }),
        makeStanding(2, { peer_kappa: UNDEFINED }),
      ]),
      "agreement/labels/": ONE_LABEL,
      "agreement/scopes/": makeScopes([["2026-05-04", same]], [[1, same]]),
    });

    const [cell] = await screen.findAllByRole("link", { name: /everybody gave the same answer/ });
    expect(cell?.textContent).toBe("–120");
    await says(TITLES[1], "There is no κ yet");
    await says(TITLES[2], "So far all peers agree.");
    await says(TITLES[3], "everybody gave the same answer");
    await says(TITLES[5], "everybody gave the same answer");
    await says(TITLES[6], "No week has an α yet");
  });

  it("load each by itself, and wait for a selection that is not counted", async () => {
    const asked = vi.fn();
    const { "agreement/scopes/": scopes } = FIGURES;
    open({ "agreement/scopes/": scopes }, makeScope({ scope: null, isReady: false }));
    vi.stubGlobal("fetch", asked);

    await says(TITLES[6], "Of all answers, whatever is filtered.");
    expect((await panel(TITLES[0])).querySelector("[aria-busy]")).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("fail each by itself, and load again on request", async () => {
    const served = open({ ...FIGURES, "agreement/labels/": undefined });
    await waitFor(() => expect(screen.getAllByRole("alert")).toHaveLength(2));
    await says(TITLES[2], "“Where answers split” could not be loaded.");
    await says(TITLES[3], "“Agreement on each label” could not be loaded.");
    expect(await screen.findByRole("grid")).toBeTruthy();

    served["agreement/labels/"] = FIGURES["agreement/labels/"];
    const [again] = screen.getAllByRole("button", { name: "Try again" });
    if (again) await userEvent.click(again);

    expect(await screen.findByText(/meet most often/)).toBeTruthy();
  });

  it("mark who differs by shape and in words, and lead to the person's page", async () => {
    open(
      {
        ...FIGURES,
        "agreement/annotators/": makeStandings([
          makeStanding(1, { peer_kappa: makeValue(0.8, 0.7, 0.9) }),
          makeStanding(2, { peer_kappa: makeValue(0.2, 0.1, 0.3) }),
          makeNewcomer(3),
        ]),
      },
      makeScope({ search: "?outlet=Ledger" }),
    );

    const team = within(await panel(TITLES[1]));
    const link = await team.findByRole("link", { name: "Ben Kessler" });
    expect(link.getAttribute("href")).toBe("/projects/ferries/people/2?outlet=Ledger");
    const row = link.closest("tr");
    expect(row?.textContent).toContain("95% interval .10 to .30, differs from the others");
    expect(row?.querySelector("path")).toBeTruthy();
    expect(row?.querySelector("circle")).toBeNull();
    expect(team.getByText(/1 annotator has fewer than 20 claims in common/)).toBeTruthy();
  });

  it("flag a change only where intervals are apart", async () => {
    open({
      ...FIGURES,
      "agreement/scopes/": makeScopes(
        [
          ["2026-05-04", makeShort(makeValue(0.5, 0.4, 0.6))],
          ["2026-05-11", makeShort(makeValue(0.55, 0.45, 0.65))],
          ["2026-05-18", makeShort(makeValue(0.8, 0.7, 0.9))],
        ],
        [
          [1, makeShort(makeValue(0.5, 0.4, 0.6))],
          [2, makeShort(makeValue(0.6, 0.5, 0.7))],
        ],
      ),
    });

    await says(TITLES[6], "In the week of May 18, 2026 agreement rose by more than chance.");
    await says(TITLES[5], "No change from one revision to the next");
  });

  it("hold fifty annotators: one Tab stop, arrows between the cells", async () => {
    open({
      ...FIGURES,
      "agreement/pairs/": makePairs(50),
      "agreement/annotators/": makeStandings(
        Array.from({ length: 50 }, (_, at) => makeStanding(at + 1)),
      ),
    });

    const grid = await screen.findByRole("grid");
    const cells = [...grid.querySelectorAll("a")];
    expect(cells).toHaveLength(1225);
    expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    const box = screen.getByRole("region", { name: /every pair/ });
    expect(box.tabIndex).toBe(0);

    cells[0]?.focus();
    await userEvent.keyboard("{ArrowDown}{ArrowRight}");

    expect(document.activeElement).toBe(cells[2]);
    await userEvent.keyboard("{ArrowRight}{ArrowUp}");
    expect(document.activeElement).toBe(cells[2]);
    await userEvent.keyboard("{Home}{ArrowDown}{End}");
    expect(document.activeElement).toBe(cells[5]);
  });
});
