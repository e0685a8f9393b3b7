import type { ComponentPropsWithRef } from "react";
import { classes } from "@/lib/classes";
import styles from "./Button.module.css";

type Props = ComponentPropsWithRef<"button"> & {
  variant?: "primary" | "plain" | "quiet";
  /** Keep the width and say that it is at work; a second press does nothing. */
  busy?: boolean;
};

export function Button({
  variant = "plain",
  busy = false,
  type = "button",
  className,
  onClick,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      className={classes(styles.button, styles[variant], className)}
    />
  );
}

type IconProps = ComponentPropsWithRef<"button"> & { label: string };

/** A button that shows only an icon, with its name for everybody who cannot see it. */
export function IconButton({ label, className, ...rest }: IconProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={rest.title ?? label}
      className={classes(styles.icon, className)}
    />
  );
}
