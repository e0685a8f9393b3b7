import X from "lucide-react/icons/x";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { classes } from "@/lib/classes";
import { IconButton } from "./Button";
import styles from "./Dialog.module.css";

type Props = {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
  className?: string | undefined;
};

/**
 * A modal dialog, open while it is rendered.
 *
 * The focus goes to what carries data-autofocus, else to the close button, and back at the end.
 */
export function Dialog(props: Props) {
  const { title, closeLabel, onClose, children, wide = false, className } = props;
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Before the effects of what is in it, which find it open; and no key comes in between.
  useLayoutEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      aria-labelledby={heading}
      className={classes(styles.dialog, wide && styles.wide, className)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === box.current) onClose();
      }}
      onKeyDown={(event) => {
        // Some browsers close on a second Escape without asking; this asks each time.
        if (event.key === "Escape") {
          event.preventDefault();
          onClose();
        }
      }}
    >
      <div className={styles.body}>
        <div className={styles.head}>
          <h2 id={heading} className={styles.title}>
            {title}
          </h2>
          <IconButton label={closeLabel} onClick={onClose}>
            <X size={20} aria-hidden />
          </IconButton>
        </div>
        {children}
      </div>
    </dialog>
  );
}
