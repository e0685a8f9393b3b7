import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { show } from "./screenTesting";
import { serve } from "./testing";

const ROOT = "/api/v1/projects/ferries/export/";

const link = () => screen.getByRole("link", { name: "Download" }).getAttribute("href");
const pick = (name: string) => userEvent.click(screen.getByRole("radio", { name }));
const check = (name: string) => userEvent.click(screen.getByRole("checkbox", { name }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("A download", () => {
  beforeEach(() => void serve());

  it("is what the form says, and so are its address, its command and its Python", async () => {
    const { address } = show();
    expect(link()).toBe(`${ROOT}claims.jsonl`);

    await pick("Answer");
    await pick("Parquet");
    await pick("polars");

    expect(link()).toBe(`${ROOT}annotations.parquet`);
    expect(address()).toBe("?rows=annotations&format=parquet");
    expect(screen.getByText(/^curl /).textContent).toContain(`${ROOT}annotations.parquet'`);
    expect(screen.getByText(/^import polars/).textContent).toContain("ferries-annotations.parquet");
    expect(screen.queryByRole("group", { name: "Compression" })).toBeNull();
  });

  it("begins with what its address says", () => {
    show("?format=csv&compress=gzip&text=true&outlets=Ledger");

    expect(link()).toBe(`${ROOT}claims.csv?outlets=Ledger&text=true&compress=gzip`);
    expect(screen.getByText("ferries-claims.csv.gz")).toBeTruthy();
    expect(screen.getByRole("button", { name: /^Outlet: Ledger/ })).toBeTruthy();
    expect(screen.queryByText(/^import /)).toBeNull();
  });

  it("of answers comes in fewer formats, and takes the first in place of one that it has not", async () => {
    show("?format=conll");
    expect(link()).toBe(`${ROOT}tokens.conll`);

    await pick("Answer");

    expect(link()).toBe(`${ROOT}annotations.jsonl`);
    expect(screen.queryByRole("radio", { name: "CoNLL" })).toBeNull();
  });

  it("has only the answers that the filters choose", async () => {
    const { address } = show();
    await screen.findByRole("button", { name: /^Annotators: all/ });
    await userEvent.click(screen.getByRole("button", { name: /^Annotators: all/ }));
    await userEvent.click(await screen.findByRole("checkbox", { name: /^k7m2qp/ }));
    await userEvent.click(screen.getByRole("button", { name: "Apply" }));
    await userEvent.click(screen.getByRole("button", { name: /^Claims: all/ }));
    await userEvent.click(screen.getByRole("checkbox", { name: /^Only decided claims/ }));
    await userEvent.type(screen.getByRole("spinbutton", { name: "Least number of votes" }), "2");
    await userEvent.click(screen.getByRole("button", { name: "Apply" }));

    const query = "?annotators=k7m2qp&decided=true&min_votes=2";
    expect(link()).toBe(`${ROOT}claims.jsonl${query}`);
    expect(address()).toBe(query);

    await userEvent.click(screen.getByRole("button", { name: "Clear filters" }));

    expect(link()).toBe(`${ROOT}claims.jsonl`);
  });

  it("says who answered only if a lead wants it, and warns of it", async () => {
    show("?rows=annotations");
    expect(link()).toBe(`${ROOT}annotations.jsonl`);
    expect(screen.queryByText(/^The file will say who gave which answer/)).toBeNull();

    await check("Say who answered");

    expect(link()).toBe(`${ROOT}annotations.jsonl?names=true`);
    expect(screen.getByText(/^The file will say who gave which answer/)).toBeTruthy();
  });

  it("names nobody for viewers", () => {
    show("?rows=annotations&names=true", "viewer");

    expect(screen.queryByRole("checkbox", { name: "Say who answered" })).toBeNull();
    expect(link()).toBe(`${ROOT}annotations.jsonl`);
  });
});

describe("What there is to filter by", () => {
  it("can be asked for again if it could not be loaded, and the download works without", async () => {
    const state = serve();
    state.isUp = false;
    show();

    expect((await screen.findAllByRole("alert"))[0]?.textContent).toContain("could not be loaded");
    expect(link()).toBe(`${ROOT}claims.jsonl`);
    state.isUp = true;
    const [first] = screen.getAllByRole("button", { name: "Try again" });
    if (first) await userEvent.click(first);
    await userEvent.click(await screen.findByRole("button", { name: /^Outlet: all/ }));

    await waitFor(() => {
      expect(within(screen.getByRole("form", { name: "Outlet" })).getByText("Ledger")).toBeTruthy();
    });
  });
});
