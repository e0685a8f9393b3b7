import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Route } from "wouter";
import type { Project } from "@/api/types";
import { PersonScreen } from "./PersonScreen";
import {
  FEW,
  makeCell,
  makePerson,
  makeProject,
  makeStanding,
  NEW,
  timesOf,
} from "./personTesting";

const PERSON = "annotators/7/";
const TEAM = { annotators: [makeStanding(), makeStanding({ id: 8 }), FEW] };
const STRONG_TEAM = {
  annotators: [
    makeStanding(),
    makeStanding({ id: 8, peer_kappa: { value: 0.95, status: "ok", interval: null } }),
  ],
};
const CONSENSUS = {
  running: null,
  newest: {
    labels: [
      { label: "named", share: 0.7 },
      { label: "anonymous", share: 0.3 },
    ],
  },
};
const OVERVIEW = {
  is_current: true,
  figures: { seconds: { ...timesOf([5, 5, 40, 30, 10, 5, 3, 2], 6.4), quartiles: null } },
};

type Answers = Record<string, unknown>;

/** Serve `answers` by what is asked of the project; a number is a refusal with this status. */
function show(given: Answers = {}, search = "", role: Project["role"] = "lead") {
  const answers: Answers = {
    [PERSON]: makePerson(),
    "agreement/annotators/": TEAM,
    "overview/": OVERVIEW,
    "agreement/consensus/": CONSENSUS,
    ...given,
  };
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const url = new URL(request.url);
    const what = url.pathname.replace("/api/v1/projects/ferries/", "");
    asked.push(`${what}${url.search}`);
    const answer = answers[what];
    if (answer === undefined) throw new TypeError("Failed to fetch");
    if (typeof answer !== "number") return Response.json(answer);
    return Response.json({ code: "refused", detail: "Refused." }, { status: answer });
  });
  history.replaceState(null, "", `/projects/ferries/people/7${search}`);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { container } = render(
    <QueryClientProvider client={queries}>
      <Route path="/projects/:slug/people/:id">
        <PersonScreen project={makeProject(role)} />
      </Route>
    </QueryClientProvider>,
  );
  return { asked, answers, container };
}

const shown = (name = "Ana Ruiz") => screen.findByRole("heading", { level: 1, name });
const panel = (name: string) => within(screen.getByRole("region", { name }));
const said = () => document.body.textContent ?? "";

describe("A person's page", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("shows progress, pace, time beside the team's, and agreement with its interval", async () => {
    show();
    await shown();

    expect(screen.getByText("60 of 80 assigned claims answered")).toBeTruthy();
    expect(screen.getByText("5 articles done, 2 open")).toBeTruthy();
    expect(screen.getByText("on 2 days with answers")).toBeTruthy();
    expect(await screen.findByText("The team’s is 6.4 s")).toBeTruthy();
    expect(screen.getAllByText("95% interval .45 to .65")).toHaveLength(2);
    expect(screen.getByText("Annotator · k7m2qp in exports")).toBeTruthy();
    expect(panel("Answers by day").getAllByText(/60 answers on 2 days, at most 40/)).toBeTruthy();
    expect(panel("Time per claim").getByText("the team")).toBeTruthy();
  });

  it("says in words what is used more, and what becomes what", async () => {
    show();
    await shown();

    expect(
      panel("Compared with the others").getByText(/^Uses Anonymous \(\+10 points\) more often/),
    ).toBeTruthy();
    expect(screen.getByText(/Most often, Named becomes Anonymous: in 20%/)).toBeTruthy();
    expect(await screen.findByText("70% of the claims")).toBeTruthy();
  });

  it("differs only where the whole interval lies below the others, and is never bad", async () => {
    show();
    await shown();
    expect(await screen.findByText(/no difference can be told/)).toBeTruthy();
    expect(screen.queryByText("Differs from the others")).toBeNull();
    cleanup();

    show({ "agreement/annotators/": STRONG_TEAM });
    await shown();
    expect(await screen.findByText("Differs from the others")).toBeTruthy();
    expect(screen.getByText(/Ana Ruiz differs from the others: .* below \.75/)).toBeTruthy();
    expect(said()).not.toMatch(/\b(bad|worse|worst|poor|wrong)\b/i);
  });

  it("leads to each pair, with the same filters", async () => {
    const selection = { scope: "selection:0123", counted_at: "2026-05-04T12:00:00Z" };
    const part = makePerson({ scope: selection.scope });
    const { asked } = show(
      { "agreement/selections/": selection, [PERSON]: part },
      "?since=2026-05-01",
    );
    await shown();

    const pairs = panel("With each of the others");
    expect(pairs.getByRole("link", { name: "Cy Berg" }).getAttribute("href")).toBe(
      "/projects/ferries/pairs/7/3?since=2026-05-01",
    );
    const back = screen.getByRole("link", { name: "Back to the dashboard" });
    expect(back.getAttribute("href")).toBe("/projects/ferries?since=2026-05-01");
    expect(screen.getByText(/Only answers within the dashboard’s filters/)).toBeTruthy();
    expect(screen.getByText(/not with filters/)).toBeTruthy();
    expect(screen.getByText("claims answered within the filters")).toBeTruthy();
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(asked).toContain(`${PERSON}?scope=selection%3A0123&labels=full`);
    expect(asked.some((one) => one.includes("scope=all"))).toBe(false);
  });

  it("hides what would be chance, and says so", async () => {
    const few = makePerson({
      standing: FEW,
      pairs: [makeCell({ units: 12, value: 0.91, interval: null })],
    });
    show({ [PERSON]: few });
    await shown();

    expect(screen.getAllByText(/Shares 12 claims with others\. Below 20/)).toHaveLength(2);
    expect(screen.getByText("Not shown")).toBeTruthy();
    expect(screen.getByText("Too few shared claims to say.")).toBeTruthy();
    expect(panel("With each of the others").getByText("too few")).toBeTruthy();
    expect(panel("With each of the others").getByText("n 12")).toBeTruthy();
    expect(said()).not.toContain(".91");
  });

  it("says in every panel that there is nothing yet of somebody new", async () => {
    const { container } = show({ [PERSON]: NEW, "agreement/annotators/": { annotators: [] } });
    await shown();

    expect(screen.getByText("Nothing assigned yet")).toBeTruthy();
    expect(screen.getByText("Has not answered yet")).toBeTruthy();
    expect(panel("Answers by day").getByText("No answers yet.")).toBeTruthy();
    expect(panel("Time per claim").getByText("No answer has its time yet.")).toBeTruthy();
    expect(screen.getAllByText(/Shares no counted claim with anybody yet/)).toHaveLength(3);
    expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("shows somebody who works alone", async () => {
    const alone = { standing: makeStanding({ ...FEW, shared_units: 0 }), pairs: [] };
    show({ [PERSON]: makePerson(alone), "agreement/annotators/": { annotators: [FEW] } });
    await shown();

    expect(screen.getAllByText(/Shares 0 claims with others/)).toHaveLength(2);
  });

  it("holds 49 others and 200 days", async () => {
    const others = Array.from({ length: 49 }, (_, at) => ({ id: 100 + at, name: `Person ${at}` }));
    const pairs = others.map(({ id }, at) => makeCell({ other: id, value: at / 49 }));
    const days = Array.from({ length: 200 }, (_, at) => ({
      day: new Date(Date.UTC(2025, 10, 1 + at)).toISOString().slice(0, 10),
      answers: 1 + (at % 30),
    }));
    const { container } = show({ [PERSON]: makePerson({ pairs, annotators: others, days }) });
    await shown();

    const links = panel("With each of the others").getAllByRole("link");
    expect(links).toHaveLength(49);
    expect(links[0]?.textContent).toBe("Person 48");
    expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("says of former people that they have gone, and how much one may take", async () => {
    show({ [PERSON]: makePerson({ active: false, quota: 12 }) });
    await shown();

    expect(screen.getByText(/at most 12 articles · no longer in the project/)).toBeTruthy();
  });

  it("does without the team where only that could not be had", async () => {
    show({ "overview/": 500, "agreement/annotators/": 500 });
    await shown();

    expect(await screen.findAllByText(/Median 5\.2 s of 60 answers\./)).toHaveLength(2);
    expect(screen.queryByText("the team")).toBeNull();
    expect(screen.queryByText(/no difference can be told/)).toBeNull();
  });

  it("is not there for a stranger", async () => {
    show({ [PERSON]: 404 });

    expect(await screen.findByText("Nobody here")).toBeTruthy();
  });

  it("can be asked for again after it could not be loaded", async () => {
    const { answers } = show({ [PERSON]: 500 });
    expect((await screen.findByRole("alert")).textContent).toContain("could not be loaded");

    answers[PERSON] = makePerson();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));

    expect(await shown()).toBeTruthy();
  });

  it("is not for viewers, and then asks nothing", () => {
    const { asked } = show({}, "", "viewer");

    expect(screen.getByText(/Only leads see/)).toBeTruthy();
    expect(asked).toEqual([]);
  });
});
