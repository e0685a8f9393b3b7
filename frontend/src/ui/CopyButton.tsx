import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import { useEffect, useState } from "react";
import { Button } from "./Button";
import styles from "./CopyButton.module.css";

type Props = {
  text: string;
  label: string;
  copiedLabel: string;
  failedLabel: string;
};

const SHOWN_MS = 2500;

/** Copy `text`, and say for a moment whether it worked. */
export function CopyButton({ text, label, copiedLabel, failedLabel }: Props) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      // Without permission, or on a page that came by plain HTTP, there is no clipboard.
      setOutcome("failed");
    }
  };
  const words = { copied: copiedLabel, failed: failedLabel };
  return (
    <>
      <Button className={styles.button} onClick={() => void copy()}>
        {outcome === "copied" ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        {outcome ? words[outcome] : label}
      </Button>
      <span role="status" className="visually-hidden">
        {outcome && words[outcome]}
      </span>
    </>
  );
}
