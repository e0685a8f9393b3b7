import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CommandPalette } from "./CommandPalette";
import { show } from "./panelTesting";
import { screensFrom } from "./screens";

const SCREENS = [
  { label: "Guidelines · Harbor", href: "/projects/harbor/guidelines" },
  { label: "Projects", href: "/" },
];

function open() {
  const ran = vi.fn();
  const onClose = vi.fn();
  const commands = [
    { id: "undo", label: "Undo", keys: ["z"], run: () => ran("undo"), isOff: true },
    { id: "skip", label: "Skip this claim", keys: ["s"], run: () => ran("skip") },
    { id: "note", label: "Note to the lead", keys: ["n"], run: () => ran("note") },
  ];
  show(<CommandPalette commands={commands} screens={SCREENS} onClose={onClose} />);
  return { ran, onClose, field: screen.getByRole("combobox") };
}

const names = () => screen.queryAllByRole("option").map((option) => option.textContent);

/** What a screen reader is told is chosen. */
function chosen() {
  const id = screen.getByRole("combobox").getAttribute("aria-activedescendant");
  return id ? document.getElementById(id)?.textContent : null;
}

describe("The command palette", () => {
  afterEach(() => {
    cleanup();
    window.history.replaceState(null, "", "/");
  });

  it("begins in its field, with everything listed and what cannot be done last", () => {
    const { field } = open();

    expect(document.activeElement).toBe(field);
    expect(names()).toEqual([
      "Skip this claimS",
      "Note to the leadN",
      "Undonot nowZ",
      "Guidelines · Harbor",
      "Projects",
    ]);
    expect(chosen()).toBe("Skip this claimS");
  });

  it("finds a command by a few letters, and runs it after it has closed", async () => {
    const { ran, onClose } = open();

    await userEvent.keyboard("ntl{Enter}");

    expect(ran.mock.calls).toEqual([["note"]]);
    expect(onClose.mock.invocationCallOrder[0]).toBeLessThan(ran.mock.invocationCallOrder[0] ?? 0);
  });

  it("finds a command by another word for it", async () => {
    open();

    await userEvent.keyboard("comment");

    expect(names()).toEqual(["Note to the leadN"]);
  });

  it("is walked through by the arrows, round the ends", async () => {
    open();

    await userEvent.keyboard("{ArrowDown}");
    expect(chosen()).toBe("Note to the leadN");
    await userEvent.keyboard("{ArrowUp}{ArrowUp}");
    expect(chosen()).toBe("Projects");
  });

  it("goes to a screen", async () => {
    open();

    await userEvent.keyboard("guideh{Enter}");

    expect(location.pathname).toBe("/projects/harbor/guidelines");
  });

  it("does not run what cannot be done now", async () => {
    const { ran, onClose } = open();

    await userEvent.keyboard("undo{Enter}");

    expect(ran).not.toHaveBeenCalled();
    expect(onClose).not.toHaveBeenCalled();
  });

  it("says so where nothing matches", async () => {
    open();

    await userEvent.keyboard("qqq{Enter}");

    expect(names()).toEqual([]);
    expect(screen.getByRole("status").textContent).toBe("Nothing matches.");
    expect(chosen()).toBeNull();
  });

  it("runs what is pressed, and keeps the focus in its field", async () => {
    const { ran, field } = open();

    await userEvent.click(screen.getByRole("option", { name: /Skip/ }));

    expect(ran).toHaveBeenCalledWith("skip");
    expect(document.activeElement).toBe(field);
  });
});

describe("The screens one can go to", () => {
  const harbor = { slug: "harbor", name: "Harbor", role: "lead" as const };
  const ferries = { slug: "ferries", name: "Ferries", role: "annotator" as const };

  it("are those of the project first, as the role may see them", () => {
    const labels = (path: string) =>
      screensFrom(path, [harbor, ferries], false).map(({ label }) => label);

    expect(labels("/projects/ferries/annotate").slice(0, 2)).toEqual([
      "Guidelines · Ferries",
      "Projects",
    ]);
    expect(labels("/projects/harbor")).toContain("Articles · Harbor");
  });

  it("leave out where one is, and know the other projects", () => {
    const hrefs = screensFrom("/projects/harbor", [harbor, ferries], false).map(({ href }) => href);

    expect(hrefs).not.toContain("/projects/harbor");
    expect(hrefs).toContain("/projects/ferries/annotate");
    expect(hrefs).toContain("/account#keyboard");
  });

  it("are for leads also those of people, settings and activity", () => {
    const own = (role: "lead" | "viewer") =>
      screensFrom("/projects/harbor", [{ ...harbor, role }], false).map(({ href }) => href);
    expect(own("lead")).toEqual(
      expect.arrayContaining([
        "/projects/harbor/people",
        "/projects/harbor/settings",
        "/projects/harbor/activity",
      ]),
    );
    expect(own("viewer")).not.toContain("/projects/harbor/people");
  });

  it("offer a new project to whoever may make one", () => {
    const hrefs = (creates: boolean) => screensFrom("/", [harbor], creates).map(({ href }) => href);

    expect(hrefs(true)).toContain("/projects/new");
    expect(hrefs(false)).not.toContain("/projects/new");
  });
});
