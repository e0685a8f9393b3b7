import { type ComponentPropsWithRef, type ReactNode, useId } from "react";
import { classes } from "@/lib/classes";
import styles from "./Field.module.css";

type Common = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Shown at the end of the label's line. */
  aside?: ReactNode;
};

type FieldProps = Common & ComponentPropsWithRef<"input">;

export function Field({ label, hint, error, aside, className, ...rest }: FieldProps) {
  const { id, describedBy, frame } = useFrame({ label, hint, error, aside }, rest.id);
  return frame(
    <input
      {...rest}
      id={id}
      aria-describedby={describedBy}
      aria-invalid={error ? true : undefined}
      className={classes(styles.input, className)}
    />,
  );
}

type TextAreaProps = Common & ComponentPropsWithRef<"textarea">;

export function TextArea({ label, hint, error, aside, className, ...rest }: TextAreaProps) {
  const { id, describedBy, frame } = useFrame({ label, hint, error, aside }, rest.id);
  return frame(
    <textarea
      {...rest}
      id={id}
      aria-describedby={describedBy}
      aria-invalid={error ? true : undefined}
      className={classes(styles.input, styles.area, className)}
    />,
  );
}

function useFrame({ label, hint, error, aside }: Common, givenId: string | undefined) {
  const madeId = useId();
  const id = givenId ?? madeId;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const frame = (control: ReactNode) => (
    <div className={styles.field}>
      <div className={styles.top}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        {aside}
      </div>
      {control}
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className={styles.error}>
          {error}
        </div>
      )}
    </div>
  );
  return { id, describedBy: describedBy || undefined, frame };
}
