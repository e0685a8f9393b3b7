import { figuresMessages } from "@/app/messages/figures";
import { date } from "@/lib/time";
import type { Choices } from "./panelQueries";

const m = figuresMessages.filters;

export type Choice<Value> = { value: Value; text: string; note?: string };

/** What there is to choose, and what is chosen though it is not there (any more). */
export function revisionChoices(
  known: Choices | undefined,
  chosen: readonly number[],
): Choice<number>[] {
  const choices = (known?.revisions ?? []).map(({ number, created_at, change_note }) => ({
    value: number,
    text: m.revision(number),
    note: [date(created_at), change_note].filter(Boolean).join(", "),
  }));
  return [...choices, ...missing(choices, chosen, m.revision)].reverse();
}

export function annotatorChoices(
  known: Choices | undefined,
  chosen: readonly number[],
): Choice<number>[] {
  const choices = (known?.annotators ?? []).map(({ id, name }) => ({ value: id, text: name }));
  return [...choices, ...missing(choices, chosen, m.annotator)];
}

export function outletChoices(
  known: Choices | undefined,
  chosen: readonly string[],
): Choice<string>[] {
  const nameOf = (outlet: string) => outlet || m.noOutlet;
  const choices = (known?.outlets ?? []).map((value) => ({ value, text: nameOf(value) }));
  return [...choices, ...missing(choices, chosen, nameOf)];
}

function missing<Value>(
  choices: readonly Choice<Value>[],
  chosen: readonly Value[],
  nameOf: (value: Value) => string,
): Choice<Value>[] {
  return chosen
    .filter((value) => !choices.some((choice) => choice.value === value))
    .map((value) => ({ value, text: nameOf(value) }));
}
