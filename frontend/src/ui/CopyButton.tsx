import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import { useEffect, useState } from "react";
import { classes } from "@/lib/classes";
import { Button } from "./Button";
import styles from "./CopyButton.module.css";

type Props = {
  /** What to copy, or how to get it. */
  text: string | (() => Promise<string>);
  label: string;
  copiedLabel: string;
  failedLabel: string;
  /** What is copied, where the label does not tell it to those who hear it alone. */
  description?: string | undefined;
  variant?: "plain" | "quiet";
  className?: string | undefined;
  onFailed?: () => void;
};

const SHOWN_MS = 2500;

/** Copy `text`, and say for a moment whether it worked. */
export function CopyButton({
  text,
  label,
  copiedLabel,
  failedLabel,
  description,
  variant = "plain",
  className,
  onFailed,
}: Props) {
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    setBusy(typeof text !== "string");
    try {
      const given = typeof text === "string" ? text : await text();
      await navigator.clipboard.writeText(given);
      setOutcome("copied");
    } catch {
      // Without permission, or on a page that came by plain HTTP, there is no clipboard.
      setOutcome("failed");
      onFailed?.();
    }
    setBusy(false);
  };
  const words = { copied: copiedLabel, failed: failedLabel };
  return (
    <>
      <Button
        variant={variant}
        busy={isBusy}
        className={classes(styles.button, className)}
        onClick={() => void copy()}
      >
        {outcome === "copied" ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        {outcome ? words[outcome] : label}
        {description && <span className="visually-hidden">{description}</span>}
      </Button>
      <span role="status" className="visually-hidden">
        {outcome && words[outcome]}
      </span>
    </>
  );
}
