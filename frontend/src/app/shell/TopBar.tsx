import { useQuery } from "@tanstack/react-query";
import { type Ref, useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { projectQuery } from "@/api/queries";
import type { Project, User } from "@/api/types";
import { classes } from "@/lib/classes";
import { messages } from "../messages";
import { AccountMenu } from "./AccountMenu";
import styles from "./Shell.module.css";
import { ThemeToggle } from "./ThemeToggle";

const m = messages.app;

type Props = { user: User; centerRef: Ref<HTMLDivElement>; statusRef: Ref<HTMLDivElement> };

export function TopBar({ user, centerRef, statusRef }: Props) {
  const [path] = useLocation();
  const [, slug = "", page = ""] = /^\/projects\/(?!new$)([^/]+)(?:\/(.*))?$/.exec(path) ?? [];
  const { data: project } = useQuery({ ...projectQuery(slug), enabled: slug !== "" });
  const isLead = project !== undefined && project.role !== "annotator";
  const hasTabs = isLead && page !== "annotate";
  return (
    <header className={styles.bar}>
      <div className={classes(styles.row, hasTabs && styles.withTabs)}>
        <div className={styles.start}>
          <Link href="/" className={styles.brand}>
            {m.name}
          </Link>
          {project && <Crumbs project={project} page={page} hasTabs={hasTabs} />}
          {hasTabs && <Tabs project={project} page={page} />}
        </div>
        <div ref={centerRef} hidden={hasTabs} />
        <div className={styles.end}>
          <div ref={statusRef} className={styles.status} />
          {hasTabs && project.role === "lead" && (
            <Link href={`/projects/${slug}/annotate`} className={styles.action}>
              {m.annotate}
            </Link>
          )}
          <span className={styles.wideOnly}>
            <ThemeToggle />
          </span>
          <AccountMenu user={user} />
        </div>
      </div>
    </header>
  );
}

type InProject = { project: Project; page: string };

function Crumbs({ project, page, hasTabs }: InProject & { hasTabs: boolean }) {
  const home = project.role === "annotator" ? "/" : `/projects/${project.slug}`;
  return (
    <nav aria-label={m.breadcrumb} className={styles.place}>
      <ol className={styles.crumbs}>
        {hasTabs ? (
          <>
            <li>
              <Link href="/">{m.projects}</Link>
            </li>
            <li aria-current="location">{project.name}</li>
          </>
        ) : (
          <>
            <li>
              <Link href={home}>{project.name}</Link>
            </li>
            <li aria-current="location">{page === "guidelines" ? m.guidelines : m.annotate}</li>
          </>
        )}
      </ol>
    </nav>
  );
}

function Tabs({ project, page }: InProject) {
  const base = `/projects/${project.slug}`;
  const isLead = project.role === "lead";
  const tabs = [
    ["", m.dashboard],
    ["articles", m.articles],
    ...(isLead ? [["people", m.people] as const] : []),
    ["guidelines", m.guidelines],
    ["export", m.export],
    ...(isLead ? [["settings", m.settings] as const, ["activity", m.activity] as const] : []),
  ] as const;
  const bar = useRef<HTMLElement>(null);
  // On a phone the bar is wider than the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another tab.
  useEffect(() => {
    const current = bar.current?.querySelector("[aria-current]");
    current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [page]);
  return (
    <nav ref={bar} aria-label={m.projectPages} className={styles.tabs}>
      {tabs.map(([name, label]) => (
        <Link
          key={name}
          href={name ? `${base}/${name}` : base}
          aria-current={isWithin(page, name) ? "page" : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

/** Pages that have no tab of their own, and the tab that leads to them. */
const TAB_OF: Readonly<Record<string, string>> = { queue: "settings", pairs: "" };

function isWithin(page: string, tab: string): boolean {
  const [first = ""] = page.split("/");
  return (TAB_OF[first] ?? first) === tab;
}
