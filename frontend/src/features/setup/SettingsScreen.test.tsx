import { useQuery } from "@tanstack/react-query";
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Route } from "wouter";
import { projectQuery } from "@/api/queries";
import type { Project } from "@/api/types";
import { SettingsScreen } from "./SettingsScreen";
import { makeProject, serve, show } from "./testing";

const panel = (title: string) => within(screen.getByRole("region", { name: title }));

function open(changes: Partial<Project> = {}) {
  const project = makeProject(changes);
  const state = serve(project);
  const at = "/projects/ferries/settings";
  show(
    <Route path="/projects/:slug/settings/:part?">
      <Live />
    </Route>,
    project,
    { path: at },
  );
  return state;
}

/** The screen with what is known of the project by now. */
function Live() {
  const { data: project } = useQuery(projectQuery("ferries"));
  return project && <SettingsScreen project={project} />;
}

describe("The general settings", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("save the name by Enter", async () => {
    const user = userEvent.setup();
    const state = open();
    const name = panel("Name").getByLabelText("Name of the project");

    await user.clear(name);
    await user.type(name, " Island ferries{Enter}");

    await panel("Name").findByText("Saved.");
    expect(state.sent).toEqual([
      { method: "PATCH", path: "/api/v1/projects/ferries/", body: { name: "Island ferries" } },
    ]);
  });

  it("send no empty name", async () => {
    const user = userEvent.setup();
    const state = open();
    const name = panel("Name").getByLabelText("Name of the project");

    await user.clear(name);
    await user.type(name, "{Enter}");

    expect(name.getAttribute("aria-invalid")).toBe("true");
    expect(state.sent).toEqual([]);
  });

  it("say what closing means before it is saved", async () => {
    const user = userEvent.setup();
    const state = open();
    const part = panel("State");
    expect(part.queryByText(/stays in that person’s browser/)).toBeNull();

    await user.click(part.getByRole("radio", { name: "Closed" }));
    expect(part.getByText(/stays in that person’s browser/)).toBeTruthy();
    await user.click(part.getByRole("button", { name: "Save" }));

    await waitFor(() => expect(state.project.state).toBe("closed"));
  });

  it("say what other answers a claim mean in work", async () => {
    const user = userEvent.setup();
    open();
    const part = panel("Answers a claim");
    const field = part.getByLabelText("Answers a claim");
    expect(part.getByText(/300 answers in all, 40 given so far/)).toBeTruthy();

    await user.clear(field);
    await user.type(field, "5");
    expect(part.getByText(/500 answers in all/).textContent).toMatch("get free places");
    await user.clear(field);
    await user.type(field, "1");
    expect(part.getByText(/100 answers in all/).textContent).toMatch("agreement needs two");
  });

  it("keep what was typed when saving fails", async () => {
    const user = userEvent.setup();
    const state = open();
    state.refusal = { status: 500, code: "error", detail: "Broken." };
    const part = panel("Name");

    await user.type(part.getByLabelText("Name of the project"), " north{Enter}");

    expect((await part.findByRole("alert")).textContent).toMatch("still here");
    expect(part.getByLabelText<HTMLInputElement>("Name of the project").value).toBe(
      "Ferries north",
    );
  });

  it("save over what somebody else has changed only when told to", async () => {
    const user = userEvent.setup();
    const state = open();
    state.project = { ...state.project, versions: { settings: "theirs", source_types: "1" } };
    const name = panel("Name").getByLabelText("Name of the project");

    await user.type(name, " and harbors{Enter}");
    expect((await screen.findByRole("alert")).textContent).toMatch("Somebody else has changed");
    expect(state.sent).toEqual([]);

    await user.type(name, "{Enter}");
    await waitFor(() => expect(state.sent.length).toBe(1));
  });

  it("add a point at the upper end and put the focus there", async () => {
    const user = userEvent.setup();
    const state = open();
    const part = panel("Confidence scale");
    expect(part.queryByRole("button", { name: /Remove point/ })).toBeNull();

    await user.click(part.getByRole("button", { name: "Add a point" }));
    await user.keyboard("Sure{Enter}");

    await part.findByText("Saved.");
    expect(state.sent.map(({ body }) => body)).toEqual([
      { confidence_words: ["Low", "High", "Sure"] },
    ]);
    expect(part.getByRole("button", { name: "Remove point 3" })).toBeTruthy();
  });

  it("lead from the summary to the word that is wrong", async () => {
    const user = userEvent.setup();
    const state = open();
    const part = panel("Confidence scale");

    await user.clear(part.getByLabelText("Word of point 1"));
    await user.click(part.getByRole("button", { name: "Save" }));
    await user.click(part.getByRole("link", { name: "Point 1 needs a word." }));

    expect(document.activeElement).toBe(part.getByLabelText("Word of point 1"));
    expect(state.sent).toEqual([]);
  });

  it("say that a point in use stays", async () => {
    const user = userEvent.setup();
    const words = ["Low", "Medium", "High"];
    const state = open({
      confidence_scale: words.map((word, at) => ({ value: at + 1, word })),
    });
    state.refusal = { status: 409, code: "confidence_in_use", detail: "In use." };
    const part = panel("Confidence scale");

    await user.click(part.getByRole("button", { name: "Remove point 3" }));
    await user.click(part.getByRole("button", { name: "Save" }));

    expect((await part.findByRole("alert")).textContent).toMatch("Answers use the point");
  });

  it("show the next steps while there is nobody or nothing to work with", () => {
    open({ articles: 0, people: 2 });
    const part = panel("Next steps");
    expect(part.getByRole("link", { name: "Invite people" }).parentElement?.textContent).toMatch(
      "done",
    );
    expect(part.getByRole("link", { name: "Import articles" }).getAttribute("href")).toBe(
      "/projects/ferries/articles/new",
    );
  });

  it("are for leads", () => {
    open({ role: "viewer" });
    expect(screen.getByText("Only a lead changes the settings of a project.")).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });
});
