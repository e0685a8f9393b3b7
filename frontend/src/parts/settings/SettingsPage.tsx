import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { setupMessages } from "@/app/messages/setup";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import styles from "./SettingsPage.module.css";

const m = setupMessages.settings;

type Props = { project: Project; title: string; intro: string; children: ReactNode };

/** A page of a project's settings, with the way to the others; only leads see what is in it. */
export function SettingsPage({ project, title, intro, children }: Props) {
  const [path] = useLocation();
  const base = `/projects/${project.slug}`;
  const pages = [
    [`${base}/settings`, m.general],
    [`${base}/settings/source-types`, m.sourceTypes],
    [`${base}/queue`, m.queue],
  ] as const;
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${title}, ${project.name}`)}</title>
      {project.role === "lead" && (
        <nav aria-label={m.parts} className={styles.nav}>
          {pages.map(([href, name]) => (
            <Link key={href} href={href} aria-current={path === href ? "page" : undefined}>
              {name}
            </Link>
          ))}
        </nav>
      )}
      <div className={styles.head}>
        <h1>{title}</h1>
        <p className={styles.intro}>{intro}</p>
      </div>
      {project.role === "lead" ? (
        children
      ) : (
        <EmptyState title={m.leadOnly}>
          <ButtonLink href={base}>{m.backToDashboard}</ButtonLink>
        </EmptyState>
      )}
    </div>
  );
}
