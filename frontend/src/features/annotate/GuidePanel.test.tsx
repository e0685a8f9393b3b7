import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { GuidelineNotice } from "./GuidelineNotice";
import { GuidePanel } from "./GuidePanel";
import { refuse, serve, show } from "./panelTesting";

const OLD =
  "# Guide\n\nJudge the claim.\n\n## Types\n\n1. A paper speaks.\n2. Nobody is **named**.\n" +
  "3. A **body** acts.\n4. Two **body** parts.\n";
const NEW = `${OLD.replace("A paper speaks", "A formal paper speaks")}\n## Official statement\n\nA body speaks.\n`;
const WRITTEN = { created_at: "2026-05-04T12:00:00Z" };
const FIRST = { number: 1, body: OLD, change_note: "", ...WRITTEN };
const SECOND = { number: 2, body: NEW, change_note: "What a body is.", ...WRITTEN };
const BASE = "/projects/pilot/guidelines/";
const SERVER = {
  [`GET ${BASE}`]: SECOND,
  [`GET ${BASE}?revision=1`]: FIRST,
  [`GET ${BASE}?revision=2`]: SECOND,
  [`GET ${BASE}revisions/`]: [SECOND, FIRST],
};

async function open(sectionOf: string | null = null, answers: Record<string, unknown> = SERVER) {
  serve(answers);
  const onClose = vi.fn();
  show(<GuidePanel slug="pilot" sectionOf={sectionOf} onClose={onClose} />);
  await screen.findByText("Judge the claim.");
  return onClose;
}

const here = () =>
  [...document.querySelectorAll("[data-here]")].map(({ textContent }) => textContent);
const marks = () => [...document.querySelectorAll("mark")].map((mark) => mark.textContent);
const inView = () =>
  marks().indexOf(document.querySelector("mark[data-current]")?.textContent ?? "");
const status = () => screen.getByRole("status").textContent;
const changes = (name: "ins" | "del") =>
  [...document.querySelectorAll(name)].map((one) => one.textContent?.trim());

// Loaded when it is first needed, which here is while nobody waits for it.
beforeAll(async () => {
  await import("@/ui/Markdown");
});

describe("The guidelines beside the question", () => {
  afterEach(cleanup);

  it.each([
    ["Official statement", ["Official statement"]],
    ["Named source", ["Nobody is named."]],
    ["Body", ["A body acts.", "Two body parts."]],
    ["Something else", []],
  ])("open where they are about “%s”", async (name, places) => {
    await open(name);

    expect(here()).toEqual(places);
  });

  it("mark what is looked for, and go from one place to the next", async () => {
    await open();
    await userEvent.type(screen.getByRole("textbox"), "SPEAKS");

    await waitFor(() => expect(marks()).toEqual(["speaks", "speaks"]));
    expect(status()).toBe("1 of 2");
    await userEvent.keyboard("{Enter}");
    expect(status()).toBe("2 of 2");
    expect([...document.querySelectorAll("mark")].findIndex((m) => "current" in m.dataset)).toBe(1);
    await userEvent.keyboard("{Shift>}{Enter}{/Shift}");
    expect(status()).toBe("1 of 2");
    expect(inView()).toBe(0);
  });

  it("say so where nothing is found; Escape clears the search, then closes", async () => {
    const onClose = await open();
    await userEvent.type(screen.getByRole("textbox"), "no such (word");
    await waitFor(() => expect(status()).toBe("No match"));

    await userEvent.keyboard("{Escape}");
    expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("");
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalled();
  });

  it("have contents that lead to each heading", async () => {
    await open();
    await userEvent.click(screen.getByText("Contents"));

    await userEvent.click(screen.getByRole("button", { name: "Types" }));

    expect(document.activeElement?.textContent).toBe("Types");
  });

  it("show an older revision, and the way back", async () => {
    await open();
    expect(screen.getByRole("heading", { name: "Official statement" })).toBeTruthy();

    await userEvent.selectOptions(await screen.findByLabelText("Revision"), "1");

    await screen.findByText(/You are reading revision 1/);
    await waitFor(() =>
      expect(screen.queryByRole("heading", { name: "Official statement" })).toBeNull(),
    );
    await userEvent.click(screen.getByRole("button", { name: "To the one in force" }));
    expect(await screen.findByRole("heading", { name: "Official statement" })).toBeTruthy();
  });

  it("show what changed between two revisions", async () => {
    await open();

    await userEvent.click(await screen.findByRole("button", { name: "Show changes" }));

    await screen.findByText("What changed from revision 1 to 2");
    expect(screen.getByText("What a body is.")).toBeTruthy();
    expect(changes("ins")).toEqual(["formal", "Official statement", "A body speaks."]);
    expect(changes("del")).toEqual([]);
  });

  it("say so where there are none, and where they cannot be loaded", async () => {
    serve({
      [`GET ${BASE}`]: refuse(404, "not_found", "Not found."),
      [`GET ${BASE}revisions/`]: [],
    });
    show(<GuidePanel slug="pilot" onClose={() => {}} />);
    expect(await screen.findByText("This project has no guidelines yet.")).toBeTruthy();
    cleanup();

    serve({});
    show(<GuidePanel slug="pilot" onClose={() => {}} />);
    await screen.findByText("The guidelines could not be loaded.");
    serve(SERVER);
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Judge the claim.")).toBeTruthy();
  });
});

describe("The notice of new guidelines", () => {
  afterEach(cleanup);

  function notice(answers: Record<string, unknown> = SERVER) {
    serve(answers);
    const on = { onRead: vi.fn(), onClose: vi.fn() };
    show(<GuidelineNotice slug="pilot" from={1} to={2} {...on} />);
    return on;
  }

  it.each(["Enter", "Escape"])("shows only what changed, and %s goes on", async (key) => {
    const { onRead } = notice();
    await screen.findByText("formal");
    expect(screen.queryByText("Judge the claim.")).toBeNull();

    await userEvent.keyboard(`{${key}}`);

    expect(onRead).toHaveBeenCalled();
  });

  it("lets one go on where it cannot be loaded, and does not call that read", async () => {
    const { onRead, onClose } = notice({});
    await screen.findByText(/could not be loaded/);

    await userEvent.keyboard("{Enter}");

    expect(onClose).toHaveBeenCalled();
    expect(onRead).not.toHaveBeenCalled();
  });
});
