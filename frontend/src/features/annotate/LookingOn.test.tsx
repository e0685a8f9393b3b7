import { screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enter, leave, serve, show } from "./serving";
import { makeArticle } from "./testing";

describe("The annotate screen", () => {
  beforeEach(enter, 20_000);
  afterEach(leave);

  it("tells a viewer what their role is and where to go, and asks for no articles", async () => {
    const { asked } = serve([makeArticle({ id: 1, claims: 2 })]);
    await show(undefined, { role: "viewer", name: "Ferries" });

    screen.getByRole("heading", { name: "You look on in this project" });
    screen.getByText(/Your role in Ferries is viewer/);
    const links = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
    expect(links).toEqual(["/projects/pilot", "/projects/pilot/guidelines"]);
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    expect(asked).toEqual([]);
  });

  it("asks how the project stands by now when the server refuses the queue", async () => {
    const { asked } = serve([], { refusesQueue: true });
    await show();

    await waitFor(() => expect(asked.map(({ path }) => path)).toContain("/api/v1/projects/pilot/"));
    screen.getByRole("link", { name: "Back to projects" });
  });

  it("says of a project that is set up still that it is not open yet", async () => {
    serve([], { beat: { project_state: "draft" } });
    await show(undefined, { state: "draft" });

    screen.getByText(/is not open yet/);
  });
});
