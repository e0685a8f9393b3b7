import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Route } from "wouter";
import type { Project } from "@/api/types";
import { PairScreen } from "./PairScreen";
import type { PairClaim } from "./queries";
import { makeClaim, makePair, makeProject } from "./testing";

const PAIR = "agreement/pairs/7/8/";
const CLAIMS = `${PAIR}claims/`;
const SELECTION = "selection:0123456789abcdef";
const NAMES = {
  annotators: [
    { id: 7, name: "Ana" },
    { id: 8, name: "Ben" },
  ],
};

type Answers = Record<string, unknown>;

/** Serve `answers` by what is asked of the project; a number is a refusal with this status. */
function show(given: Answers = {}, search = "", role: Project["role"] = "lead") {
  const answers: Answers = { "agreement/filters/": NAMES, [PAIR]: makePair(), ...given };
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const url = new URL(request.url);
    const what = url.pathname.replace("/api/v1/projects/ferries/", "");
    asked.push(`${what}${url.search}`);
    const answer = answers[`${what}${url.search}`] ?? answers[what];
    if (answer === undefined) throw new TypeError("Failed to fetch");
    if (typeof answer !== "number") return Response.json(answer);
    return Response.json({ code: "refused", detail: "Refused." }, { status: answer });
  });
  history.replaceState(null, "", `/projects/ferries/pairs/7/8${search}`);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <Route path="/projects/:slug/pairs/:one/:other">
        <PairScreen project={makeProject(role)} />
      </Route>
    </QueryClientProvider>,
  );
  return { asked, answers };
}

const page = (results: PairClaim[], next: string | null = null) => ({
  next,
  previous: null,
  results,
});
const one = () => screen.findByText("The ferry will stop.");
const back = () => screen.getByRole("link", { name: "Back to the dashboard" }).getAttribute("href");

describe("A pair", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("is shown with both names, its figures, and the claims they split on", async () => {
    show({ [CLAIMS]: page([makeClaim()]) });

    expect(await screen.findByRole("heading", { level: 1, name: "Ana and Ben" })).toBeTruthy();
    await one();
    expect(screen.getByText("0.62")).toBeTruthy();
    expect(screen.getByText("The ferry will stop.").lang).toBe("en");
    expect(screen.getByText("Ana: Named, High")).toBeTruthy();
    expect(screen.getByText("Ben: Anonymous, Low")).toBeTruthy();
    const about = screen.getByRole("link", { name: "Claim 3 of “Ferry to end in March”" });
    expect(about.getAttribute("href")).toBe("/projects/ferries/articles/1#claim-5");
  });

  it("names types that are archived, and leaves out those that nobody used", async () => {
    show({ [CLAIMS]: page([]) });

    const confusion = within(await screen.findByRole("table"));

    expect(confusion.getByRole("rowheader", { name: "Ana: News wire" })).toBeTruthy();
    expect(confusion.queryByText("unclear")).toBeNull();
    expect(await screen.findByText(/they say the same of every claim/)).toBeTruthy();
  });

  it("lists the claims of a cell that is chosen, in the address, and all again", async () => {
    const { asked } = show({ [CLAIMS]: page([makeClaim()]) });
    await one();

    const cell = () =>
      screen.getByRole("link", { name: "8 claims: Ana says Named, Ben says Anonymous" });
    await userEvent.click(cell());

    expect(location.search).toBe("?of=named%2Canonymous");
    expect(cell().getAttribute("aria-current")).toBe("true");
    expect(await screen.findByText("Ana: Named; Ben: Anonymous")).toBeTruthy();
    expect(asked.at(-1)).toBe(`${CLAIMS}?scope=all&of=named%2Canonymous`);

    await userEvent.click(screen.getByRole("link", { name: "Show every split" }));
    expect(location.search).toBe("");
    expect(cell().getAttribute("aria-current")).toBeNull();
  });

  it("says where a cell's claims have gone meanwhile", async () => {
    show({ [CLAIMS]: page([]) }, "?of=wire,named");

    expect(await screen.findByText(/There are no such claims now/)).toBeTruthy();
  });

  it("shows more pages when asked", async () => {
    const next = "http://x/?cursor=abc";
    show({
      [`${CLAIMS}?scope=all`]: page([makeClaim()], next),
      [`${CLAIMS}?scope=all&cursor=abc`]: page([makeClaim({ claim: 6, quote: "It sank." })]),
    });
    await one();

    await userEvent.click(screen.getByRole("button", { name: "Show more" }));

    expect(await screen.findByText("It sank.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  });

  it("opens the history of a claim", async () => {
    show({ [CLAIMS]: page([makeClaim()]), "/api/v1/claims/5/events/": page([]) });
    await one();

    await userEvent.click(screen.getByRole("button", { name: /^History of claim 3 of/ }));

    expect(screen.getByRole("dialog", { name: "History of claim 3" })).toBeTruthy();
    expect(await screen.findByText("Nobody has answered this claim yet.")).toBeTruthy();
  });

  it("keeps the dashboard's filters, here and on the way back", async () => {
    const selection = { scope: SELECTION, counted_at: "2026-05-04T12:00:00Z" };
    const { asked } = show(
      { "agreement/selections/": selection, [CLAIMS]: page([makeClaim()]) },
      "?since=2026-05-01&of=named,anonymous",
    );
    await one();

    expect(back()).toBe("/projects/ferries?since=2026-05-01");
    expect(screen.getByText(/within the dashboard’s filters/)).toBeTruthy();
    expect(asked).toContain(`${PAIR}?scope=${encodeURIComponent(SELECTION)}`);
    const cell = screen.getByRole("link", { name: /^1 claim: Ana says Anonymous/ });
    expect(cell.getAttribute("href")).toContain("?since=2026-05-01&of=anonymous%2Cnamed");
  });

  it("says that nothing is shared, with filters how to have more", async () => {
    show({ [PAIR]: 404 });
    expect(await screen.findByText("They share no counted claims yet")).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Without filters" })).toBeNull();
    cleanup();

    const selection = { scope: SELECTION, counted_at: "2026-05-04T12:00:00Z" };
    show({ [PAIR]: 404, "agreement/selections/": selection }, "?since=2026-05-01");
    const link = await screen.findByRole("link", { name: "Without filters" });
    expect(link.getAttribute("href")).toBe("/projects/ferries/pairs/7/8");
  });

  it("can be asked for again after it could not be loaded", async () => {
    const { answers } = show({ [PAIR]: 500, [CLAIMS]: page([makeClaim()]) });
    expect((await screen.findByRole("alert")).textContent).toContain("could not be loaded");

    answers[PAIR] = makePair();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));

    expect(await one()).toBeTruthy();
  });

  it("keeps its figures where only the claims could not be loaded", async () => {
    show({ [CLAIMS]: 500 });

    expect((await screen.findByRole("alert")).textContent).toContain("The claims could not be");
    expect(screen.getByText("0.62")).toBeTruthy();
  });

  it("is told apart by number where names cannot be had", async () => {
    show({ "agreement/filters/": 500, [CLAIMS]: page([]) });

    expect(
      await screen.findByRole("heading", { name: "Annotator 7 and Annotator 8" }),
    ).toBeTruthy();
  });

  it("is not for viewers, and then asks nothing", () => {
    const { asked } = show({}, "", "viewer");

    expect(screen.getByText(/Only leads see/)).toBeTruthy();
    expect(asked).toEqual([]);
  });
});
