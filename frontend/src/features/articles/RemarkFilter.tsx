import { Link } from "wouter";
import { leadMessages } from "@/app/messages/leads";
import styles from "./RemarkFilter.module.css";

const m = leadMessages.articles;

/** Which articles are listed: all, or those where something is for the lead to look at. */
export function RemarkFilter({ href, isSet }: { href: string; isSet: boolean }) {
  return (
    <nav className={styles.filter} aria-label={m.filter}>
      <Link href={href} replace aria-current={isSet ? undefined : "true"}>
        {m.every}
      </Link>
      <Link href={`${href}?only=remarked`} replace aria-current={isSet ? "true" : undefined}>
        {m.remarked}
      </Link>
    </nav>
  );
}
