import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enter, leave, option, serve, show, type } from "./serving";
import { makeArticle } from "./testing";

describe("The next question", () => {
  beforeEach(enter, 20_000);
  afterEach(leave);

  it("takes the focus back when words have been marked", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    option(/^Named/).focus();
    type("e");
    (await screen.findByRole("button", { name: /^Keep/ })).focus();
    await userEvent.keyboard("{Enter}");

    expect(screen.queryByRole("button", { name: /^Keep/ })).toBeNull();
    expect(document.activeElement).toBe(option(/^Named/));
  });
});
