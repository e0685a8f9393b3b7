import { useEffect, useState } from "react";
import { Attention } from "@/lib/attention";

const INPUTS = ["keydown", "pointerdown", "pointermove", "touchmove", "wheel", "scroll"] as const;

/** Give what measures how long the annotator attends to each claim. */
export function useAttention(): Attention {
  const [attention] = useState(
    () => new Attention(() => performance.now(), document.visibilityState === "visible"),
  );
  useEffect(() => {
    const look = () => attention.show(document.visibilityState === "visible");
    // In the capturing phase: time must be counted before the answer that asks for it.
    const options = { capture: true, passive: true };
    for (const name of INPUTS) window.addEventListener(name, attention.input, options);
    document.addEventListener("visibilitychange", look);
    return () => {
      for (const name of INPUTS) window.removeEventListener(name, attention.input, options);
      document.removeEventListener("visibilitychange", look);
    };
  }, [attention]);
  return attention;
}
