import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CodePoints, type Span } from "@/lib/offsets";
import { useSpanPointer } from "./useSpanPointer";

const TEXT = "The ferry stays in port";
const POINTS = new CodePoints(TEXT);

function Screen({ onSpan }: { onSpan: (span: Span) => void }) {
  useSpanPointer(POINTS, onSpan);
  return (
    <>
      <div data-text>
        <p data-start={0}>{TEXT}</p>
      </div>
      <button type="button">Over the text</button>
    </>
  );
}

/** Give what is marked from now on, and a way to press something at the place of a word. */
function begin() {
  const marked: string[] = [];
  render(<Screen onSpan={(span) => marked.push(POINTS.slice(span))} />);
  const offsetNode = screen.getByText(TEXT).firstChild;
  const press = (element: Element, word: string) => {
    const caretPositionFromPoint = () => ({ offsetNode, offset: TEXT.indexOf(word) });
    Object.assign(document, { caretPositionFromPoint });
    fireEvent.click(element);
  };
  return { marked, press };
}

describe("Marking words by pressing them", () => {
  beforeEach(() => window.getSelection()?.removeAllRanges());
  afterEach(() => {
    cleanup();
    Reflect.deleteProperty(document, "caretPositionFromPoint");
  });

  it("takes one word, and with the next press those between", () => {
    const { marked, press } = begin();

    press(screen.getByText(TEXT), "ferry");
    press(screen.getByText(TEXT), "port");

    expect(marked).toEqual(["ferry", "ferry stays in port"]);
  });

  it("leaves out a press on what lay over the text, and is gone when it is asked", () => {
    const { marked, press } = begin();

    press(screen.getByRole("button"), "stays");

    expect(marked).toEqual([]);
  });
});
