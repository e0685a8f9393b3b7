import { useKeymap, usePreferences } from "@/api/preferences";
import type { AnnotateStore } from "./store";
import { useKeys } from "./useKeys";

/** Lets the last answer be taken back where no article is open any more. */
export function EndKeys({ store }: { store: AnnotateStore }) {
  const { single_keys: hasKeys } = usePreferences();
  const run = (kind: string) => {
    const isKnown = kind === "undo" || kind === "redo";
    if (isKnown) store.revert(kind);
    return isKnown;
  };
  useKeys((command) => run(command.kind), useKeymap(), hasKeys);
  return null;
}
