import { type ComponentType, useEffect, useState } from "react";
import { messages, withPanelMessages } from "@/app/messages";
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
    if (!(await isServerThere())) return false;
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
};

/**
 * Show a part once it is here; as long as it cannot be loaded, say so: the rest of the screen works.
 */
export function Lazily<Own extends object>({ part, own, onClose }: Props<Own>) {
  const [state, setState] = useState<"here" | "coming" | "failed">(part.loaded ? "here" : "coming");
  useEffect(() => {
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout>;
    const load = async () => {
      const isHere = await part.load();
      if (!isWanted) return;
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
  if (Part) return <Part {...own} />;
  if (state !== "failed" || !onClose) return null;
  return (
    <div className={styles.failed} role="alert">
      <p>{messages.annotate.partFailed}</p>
      <Button onClick={onClose}>{messages.app.close}</Button>
    </div>
  );
}
