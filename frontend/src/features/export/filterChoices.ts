import type { components } from "@/api/schema";
import type { Choice } from "@/parts/filters/ChoiceFilter";
import { withMissing } from "@/parts/filters/choices";

type Known = Pick<components["schemas"]["ExportChoices"], "annotators">;

/** Exports name people by code; leads see whose it is. */
export function annotatorChoices(
  known: Known | undefined,
  chosen: readonly string[],
): Choice<string>[] {
  const choices = (known?.annotators ?? []).map(({ code, name }) => ({
    value: code,
    text: code,
    ...(name && { note: name }),
  }));
  return withMissing(choices, chosen, (code) => code);
}
