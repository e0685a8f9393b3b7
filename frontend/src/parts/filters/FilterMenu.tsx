import ChevronDown from "lucide-react/icons/chevron-down";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { figuresMessages } from "@/app/messages/figures";
import { classes } from "@/lib/classes";
import styles from "./FilterMenu.module.css";

const m = figuresMessages.filters;

type Props = {
  /** What is filtered by, and by what now. */
  title: string;
  value: string;
  isSet: boolean;
  /** Called when the menu closes, but not by Escape. */
  onApply: () => void;
  /** Called before it opens, and after Escape. */
  onReset: () => void;
  children: ReactNode;
};

/** A button that says what a filter is set to, and opens what it can be set to. */
export function FilterMenu({ title, value, isSet, onApply, onReset, children }: Props) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const apply = useRef(onApply);
  apply.current = onApply;
  useEffect(() => {
    if (!isOpen) return;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && place.current?.contains(target)) return;
      setOpen(false);
      apply.current();
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div ref={place} className={styles.place}>
      <button
        ref={button}
        type="button"
        className={classes(styles.button, isSet && styles.set)}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={m.choose(title, value)}
        onClick={() => {
          if (isOpen) {
            setOpen(false);
            onApply();
          } else {
            onReset();
            setOpen(true);
          }
        }}
      >
        <span className={styles.title}>{title}</span>
        <span className={styles.value}>{value}</span>
        <ChevronDown size={14} aria-hidden />
      </button>
      <div id={id}>
        {isOpen && (
          <form
            className={styles.menu}
            aria-label={title}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return;
              event.stopPropagation();
              onReset();
              close();
            }}
            onSubmit={(event) => {
              event.preventDefault();
              close();
              onApply();
            }}
          >
            {children}
            <button type="submit" className={styles.apply}>
              {m.apply}
            </button>
          </form>
        )}
      </div>
    </div>
  );
}
