import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { COMMANDS, DEFAULT_KEYMAP, type Keymap, withOverrides } from "@/lib/keymap";
import { HelpSheet } from "./HelpSheet";
import { makeProject } from "./testing";

function open(keymap: Keymap = DEFAULT_KEYMAP) {
  const asked = { onSwitch: vi.fn(), onClose: vi.fn() };
  render(<HelpSheet project={makeProject()} keymap={keymap} isOn {...asked} />);
  return asked;
}

/** The keys beside what they do. */
function keysOf(does: string) {
  const row = screen.getByText(does, { selector: "dd" }).parentElement;
  return [...(row?.querySelectorAll("kbd") ?? [])].map((key) => key.textContent);
}

describe("The sheet of keys", () => {
  afterEach(cleanup);

  it("lists every command once, in its group", () => {
    open();

    expect(screen.getAllByRole("heading", { level: 3 }).map((one) => one.textContent)).toEqual([
      "Answer",
      "Mark words",
      "Move",
      "More",
    ]);
    // The digits stand with the answers they give.
    const rows = document.querySelectorAll("dd").length;
    const answers = makeProject().source_types.length + 1;
    const inSpans = 9;
    expect(rows).toBe(COMMANDS.length - 1 + answers + inSpans);
  });

  it("shows the project's answers with their digits", () => {
    open();

    const group = screen.getByRole("region", { name: "Answer" });
    expect(within(group).getByText("Official statement")).toBeTruthy();
    expect(keysOf("Official statement")).toEqual(["3"]);
    expect(keysOf("Then confidence")).toEqual(["1", "3"]);
  });

  it("shows the keys as the person has them", () => {
    open(withOverrides({ skip: ["u", "Shift+Delete"], flag: [] }));

    expect(keysOf("Skip this claim")).toEqual(["U", "Shift", "Del"]);
    expect(keysOf("Flag for the lead")).toEqual([]);
    expect(keysOf("Undo")).toEqual(["Z", "⌫"]);
  });

  it("switches single keys, and leads to where keys are changed", async () => {
    const { onSwitch } = open();

    await userEvent.click(screen.getByRole("checkbox", { name: "Use single-key shortcuts" }));

    expect(onSwitch).toHaveBeenCalledWith(false);
    const link = screen.getByRole("link", { name: "Change the keys" });
    expect(link.getAttribute("href")).toBe("/account#keyboard");
  });
});
