import { type ComponentType, useEffect, useLayoutEffect, useState } from "react";
import { messages, withPanelMessages } from "@/app/messages";
import { isScreenKept } from "@/lib/offline";
import { isServerThere, RETRY } from "@/lib/reach";
import { Button } from "@/ui/Button";
import styles from "./Workspace.module.css";

/** A part of the screen that is loaded when it is first wanted, or a little before. */
export class LazyPart<Props extends object> {
  loaded: ComponentType<Props> | null = null;
  readonly #load: () => Promise<ComponentType<Props>>;

  constructor(load: () => Promise<ComponentType<Props>>) {
    this.#load = load;
  }

  /** Give whether it is here; where the server cannot be reached, it may be later. */
  async load(): Promise<boolean> {
    if (this.loaded) return true;
    // A browser does not ask a second time for a module that it could not get.
    if (!isScreenKept() && !(await isServerThere())) return false;
    try {
      this.loaded ??= await withPanelMessages(this.#load);
    } catch {
      return false;
    }
    return true;
  }
}

type Props<Own extends object> = {
  part: LazyPart<Own>;
  own: Own;
  /** Left out where the screen does without the part. */
  onClose?: () => void;
  /** It comes by itself: nobody types for it yet. */
  isUnasked?: boolean;
};

/**
 * Show a part once it is here; as long as it cannot be loaded, say so: the rest of the screen works.
 */
export function Lazily<Own extends object>({ part, own, onClose, isUnasked }: Props<Own>) {
  const [state, setState] = useState<"here" | "coming" | "failed">(part.loaded ? "here" : "coming");
  useEffect(() => {
    let isWanted = true;
    // A server that says nothing is as good as none.
    let timer = setTimeout(() => setState("failed"), RETRY);
    const load = async () => {
      const isHere = await part.load();
      if (!isWanted) return;
      clearTimeout(timer);
      setState(isHere ? "here" : "failed");
      if (!isHere) timer = setTimeout(load, RETRY);
    };
    void load();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [part]);
  const Part = part.loaded;
  useHeldKeys(Part || isUnasked ? undefined : onClose);
  if (Part) return <Part {...own} />;
  if (state !== "failed" || !onClose) return null;
  return (
    <div className={styles.failed} role="alert">
      <p>{messages.annotate.partFailed}</p>
      <Button onClick={onClose}>{messages.app.close}</Button>
    </div>
  );
}

/**
 * Hold back the keys until what was asked for is here: what is typed for it must not be an answer.
 *
 * Escape gives it up. Nothing is held without `onEscape`.
 */
function useHeldKeys(onEscape: (() => void) | undefined): void {
  // Until the layout that shows the part, and from then on the keys are that one's.
  useLayoutEffect(() => {
    if (!onEscape) return;
    const hold = (event: KeyboardEvent) => {
      const { key, target } = event;
      const presses = key === "Enter" || key === " ";
      const isOnClose = target instanceof Element && target.closest("[role=alert]") !== null;
      if (event.ctrlKey || event.metaKey || (presses && isOnClose)) return;
      event.stopPropagation();
      if (presses) event.preventDefault();
      if (key === "Escape") onEscape();
    };
    window.addEventListener("keydown", hold, true);
    return () => window.removeEventListener("keydown", hold, true);
  }, [onEscape]);
}
