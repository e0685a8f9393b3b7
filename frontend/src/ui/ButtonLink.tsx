import type { ComponentPropsWithRef } from "react";
import { Link } from "wouter";
import { classes } from "@/lib/classes";
import styles from "./Button.module.css";

type Props = Omit<ComponentPropsWithRef<"a">, "href"> & {
  href: string;
  variant?: "primary" | "plain" | "quiet";
};

/** A link to another screen that looks like a button. */
export function ButtonLink({ variant = "plain", className, ...rest }: Props) {
  return <Link {...rest} className={classes(styles.button, styles[variant], className)} />;
}
