import { cleanup, render, screen } from "@testing-library/react";
import { useEffect, useRef } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { Dialog } from "./Dialog";

function Choice() {
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => text.current?.focus(), []);
  return (
    <p ref={text} tabIndex={-1}>
      Which of them?
    </p>
  );
}

describe("A dialog", () => {
  afterEach(cleanup);

  it("is open before what is in it looks for the focus, and does not take that back", () => {
    const original = HTMLDialogElement.prototype.showModal;
    HTMLDialogElement.prototype.showModal = function showModal() {
      original.call(this);
      // As browsers do.
      this.querySelector("button")?.focus();
    };
    render(
      <Dialog title="Two answers" closeLabel="Close" onClose={() => undefined}>
        <Choice />
      </Dialog>,
    );
    HTMLDialogElement.prototype.showModal = original;

    expect(document.activeElement).toBe(screen.getByText("Which of them?"));
  });
});
