import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { NewProjectScreen } from "./NewProjectScreen";
import { makeProject, serve, show } from "./testing";

function open(createsProjects = true) {
  const project = makeProject({ overlap: 5 });
  const state = serve(project);
  const { history } = show(<NewProjectScreen />, project, {
    path: "/projects/new",
    createsProjects,
  });
  return { state, history };
}

describe("A new project", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("needs a name alone, and leads to its settings", async () => {
    const user = userEvent.setup();
    const { state, history } = open();

    await user.type(screen.getByLabelText("Name"), "Coast{Enter}");

    await waitFor(() => expect(history?.at(-1)).toBe("/projects/ferries/settings"));
    expect(state.sent).toEqual([
      { method: "POST", path: "/api/v1/projects/", body: { name: "Coast", overlap: 3 } },
    ]);
  });

  it("takes settings from a project that one leads", async () => {
    const user = userEvent.setup();
    const { state } = open();

    await user.selectOptions(await screen.findByLabelText("Take settings from"), "ferries");
    expect(screen.getByLabelText<HTMLInputElement>("Answers a claim").value).toBe("5");
    await user.type(screen.getByLabelText("Name"), "Coast{Enter}");

    await waitFor(() => expect(state.sent.length).toBe(1));
    expect(state.sent[0]?.body).toEqual({ name: "Coast", overlap: 5, copy_from: "ferries" });
  });

  it("is not sent without a name: the summary leads there", async () => {
    const user = userEvent.setup();
    const { state } = open();

    await user.click(screen.getByRole("button", { name: "Create the project" }));
    await user.click(screen.getByRole("link", { name: "Give the project a name." }));

    expect(document.activeElement).toBe(screen.getByLabelText("Name"));
    expect(state.sent).toEqual([]);
  });

  it("keeps what was typed when it cannot be created", async () => {
    const user = userEvent.setup();
    const { state } = open();
    state.refusal = { status: 500, code: "error", detail: "Broken." };

    await user.type(screen.getByLabelText("Name"), "Coast{Enter}");

    expect((await screen.findByRole("alert")).textContent).toMatch("could not be created");
    expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Coast");
  });

  it("is for those who may create one", () => {
    open(false);
    expect(screen.getByText("You cannot create projects yet")).toBeTruthy();
    expect(screen.queryByLabelText("Name")).toBeNull();
  });
});
