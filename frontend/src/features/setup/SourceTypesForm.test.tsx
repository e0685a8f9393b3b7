import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Project, SourceTypesInput } from "@/api/types";
import { SourceTypesForm } from "./SourceTypesForm";
import { makeProject, makeType, serve, show } from "./testing";

function open(changes: Partial<Project> = {}) {
  const project = makeProject(changes);
  const state = serve(project);
  show(<SourceTypesForm project={project} />, project);
  return state;
}

const row = (name: string) => within(screen.getByRole("listitem", { name }));
const save = () => screen.getByRole("button", { name: "Save" });
const names = () => screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent);
const typesOf = (body: unknown) => (body as SourceTypesInput).source_types;

describe("The editor of source types", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("adds one by keyboard and saves the whole list", async () => {
    const user = userEvent.setup();
    const state = open();

    await user.click(screen.getByRole("button", { name: "Add a source type" }));
    await user.keyboard("Leaked document");
    await user.type(row("Leaked document").getByLabelText("Definition"), "Nobody says whose");
    await user.selectOptions(row("Leaked document").getByLabelText("Counts as"), "anonymous");
    await user.click(save());

    await screen.findByText(/^Saved\. .* counted anew/);
    expect(typesOf(state.sent[0]?.body).map(({ key }) => key)).toEqual([
      "named",
      "anonymous",
      "agency",
      undefined,
    ]);
    expect(typesOf(state.sent[0]?.body).at(-1)).toEqual({
      name: "Leaked document",
      definition: "Nobody says whose",
      hotkey: "4",
      color: "free_2",
      maps_to: "anonymous",
    });
  });

  it("moves one with Alt and an arrow, and keeps the focus", async () => {
    const user = userEvent.setup();
    open();
    const field = row("News agency").getByLabelText("Name");
    field.focus();

    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");

    expect(names().slice(0, 3)).toEqual(["Named source", "News agency", "Anonymous source"]);
    expect(screen.getByText("News agency is number 2 of 3 now.")).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it("keeps built-in ones, and takes others back that were removed", async () => {
    const user = userEvent.setup();
    const state = open();
    expect(row("Named source").queryByRole("button", { name: /Remove/ })).toBeNull();

    await user.click(screen.getByRole("button", { name: "Remove News agency" }));
    const removed = within(screen.getByRole("region", { name: "Removed with the next Save" }));
    expect(removed.getByText(/keep it and count as before/)).toBeTruthy();
    await user.click(removed.getByRole("button", { name: "Put News agency back" }));

    expect(names()).toContain("News agency");
    expect(save().getAttribute("aria-disabled")).toBe("true");
    expect(state.sent).toEqual([]);
  });

  it("offers archived ones to be chosen again", async () => {
    const user = userEvent.setup();
    const state = open({
      archived_source_types: [makeType("wire", { name: "Wire", hotkey: "1", built_in: false })],
    });

    await user.click(screen.getByRole("button", { name: "Put Wire back" }));
    await user.click(save());

    await screen.findByText(/^Saved\./);
    expect(typesOf(state.sent[0]?.body).at(-1)).toMatchObject({ key: "wire", hotkey: "4" });
  });

  it("names colors with their shapes, and says where two look the same", async () => {
    const user = userEvent.setup();
    open();
    const agency = row("News agency");

    await user.click(agency.getByRole("button", { name: "Color and shape Plum triangle" }));
    await user.click(agency.getByRole("radio", { name: "Indigo circle" }));

    expect(agency.getByText("“Named source” has the same color and shape.")).toBeTruthy();
  });

  it("leads from the summary to a field that is wrong, and sends nothing", async () => {
    const user = userEvent.setup();
    const state = open();

    await user.clear(row("Anonymous source").getByLabelText("Definition"));
    await user.click(save());
    await user.click(screen.getByRole("link", { name: "Anonymous source needs a definition." }));

    const field = row("Anonymous source").getByLabelText("Definition");
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(state.sent).toEqual([]);
  });

  it("does not save over what somebody else has changed, unless it is told to", async () => {
    const user = userEvent.setup();
    const state = open();
    const theirs = makeType("wire", { name: "Wire", hotkey: "4", built_in: false });
    state.project = {
      ...state.project,
      source_types: [...state.project.source_types, theirs],
      versions: { ...state.project.versions, source_types: "theirs" },
    };

    await user.type(row("Named source").getByLabelText("Name"), " on record");
    await user.click(save());
    await screen.findByText(/Somebody else has changed/);
    expect(state.sent).toEqual([]);

    await user.click(screen.getByRole("button", { name: "Save mine over theirs" }));
    await waitFor(() => expect(state.sent.length).toBe(1));
    expect(typesOf(state.sent[0]?.body).map(({ name }) => name)).toEqual([
      "Named source on record",
      "Anonymous source",
      "News agency",
    ]);
  });

  it("takes over theirs on demand", async () => {
    const user = userEvent.setup();
    const state = open();
    const theirs = makeType("wire", { name: "Wire", hotkey: "4", built_in: false });
    state.project = {
      ...state.project,
      source_types: [...state.project.source_types, theirs],
      versions: { ...state.project.versions, source_types: "theirs" },
    };

    await user.type(row("Named source").getByLabelText("Name"), " on record");
    await user.click(save());
    await user.click(await screen.findByRole("button", { name: /Take over theirs/ }));

    expect(names().slice(0, 4)).toEqual([
      "Named source",
      "Anonymous source",
      "News agency",
      "Wire",
    ]);
    expect(screen.queryByText(/Somebody else has changed/)).toBeNull();
  });

  it("keeps what was typed when saving fails", async () => {
    const user = userEvent.setup();
    const state = open();
    state.refusal = { status: 503, code: "unavailable", detail: "Later." };

    await user.type(row("Named source").getByLabelText("Name"), " on record");
    await user.click(save());

    expect((await screen.findByRole("alert")).textContent).toMatch("still here");
    expect(names()).toContain("Named source on record");
  });
});
