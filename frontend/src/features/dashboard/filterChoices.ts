import { figuresMessages } from "@/app/messages/figures";
import type { Choice } from "@/parts/filters/ChoiceFilter";
import { withMissing } from "@/parts/filters/choices";
import type { Choices } from "./panelQueries";

const m = figuresMessages.filters;

export function annotatorChoices(
  known: Choices | undefined,
  chosen: readonly number[],
): Choice<number>[] {
  const choices = (known?.annotators ?? []).map(({ id, name }) => ({ value: id, text: name }));
  return withMissing(choices, chosen, m.annotator);
}
