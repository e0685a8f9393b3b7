import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enter, leave, option, serve, show } from "./serving";
import { makeArticle, makeSuggestion } from "./testing";

describe("The suggestion", () => {
  beforeEach(enter, 20_000);
  afterEach(leave);

  it("takes whoever accepts it by Enter to the next question", async () => {
    serve([makeArticle({ id: 1, claims: 2, suggested: { 0: makeSuggestion(0.9) } })]);
    await show();

    const accept = await screen.findByRole("button", { name: /^Accept/ });
    accept.focus();
    await userEvent.keyboard("{Enter}");

    expect(document.activeElement).toBe(option(/Low/));
  });
});
