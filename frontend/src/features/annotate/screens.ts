import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useLocation } from "wouter";
import { allOf } from "@/api/pages";
import { projectsQuery, sessionQuery } from "@/api/queries";
import type { ProjectSummary } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import type { Screen } from "./CommandPalette";

const m = messages.app;
const { palette, settings } = panelMessages.keys;
const named = palette.screenOf;

type Place = Pick<ProjectSummary, "slug" | "name" | "role">;

/** Give where one can go from here: this project's screens, the other projects, one's account. */
export function useScreens(): readonly Screen[] {
  const [path] = useLocation();
  const { data } = useInfiniteQuery(projectsQuery);
  const creates = useQuery(sessionQuery).data?.user?.creates_projects ?? false;
  return useMemo(() => screensFrom(path, allOf(data?.pages ?? []), creates), [path, data, creates]);
}

export function screensFrom(path: string, projects: readonly Place[], creates: boolean): Screen[] {
  const slug = /^\/projects\/([^/]+)/.exec(path)?.[1];
  const here = projects.find((project) => project.slug === slug);
  const others = projects.filter((project) => project.slug !== slug);
  return [
    ...(here ? screensOf(here) : []),
    { label: m.projects, href: "/" },
    ...(creates ? [{ label: palette.newProject, href: "/projects/new" }] : []),
    ...others.flatMap((project) => screensOf(project).slice(0, 1)),
    { label: m.account, href: "/account" },
    { label: settings.title, href: "/account#keyboard" },
  ].filter(({ href }) => href !== path);
}

/** The screens of a project that its role may see, where one would go first before the others. */
function screensOf({ slug, name, role }: Place): Screen[] {
  const base = `/projects/${slug}`;
  const annotate = { label: named(m.annotate, name), href: `${base}/annotate` };
  const guidelines = { label: named(m.guidelines, name), href: `${base}/guidelines` };
  if (role === "annotator") return [annotate, guidelines];
  const seen = [
    { label: named(m.dashboard, name), href: base },
    { label: named(m.articles, name), href: `${base}/articles` },
    guidelines,
  ];
  if (role === "viewer") return seen;
  return [
    ...seen,
    { label: named(m.people, name), href: `${base}/people` },
    { label: named(m.settings, name), href: `${base}/settings` },
    { label: named(m.activity, name), href: `${base}/activity` },
    annotate,
    { label: named(m.queue, name), href: `${base}/queue` },
    { label: named(palette.proposals, name), href: `${base}/articles/proposals` },
    { label: named(m.newArticle, name), href: `${base}/articles/new` },
    { label: named(palette.imports, name), href: `${base}/articles/imports` },
    { label: named(palette.suggestions, name), href: `${base}/articles/suggestions` },
  ];
}
