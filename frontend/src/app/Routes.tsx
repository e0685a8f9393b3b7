import { useQuery } from "@tanstack/react-query";
import { type ComponentType, lazy, Suspense } from "react";
import { Link, Redirect, Route, Switch } from "wouter";
import { ApiError } from "@/api/client";
import { projectQuery } from "@/api/queries";
import type { Project } from "@/api/types";
import { Button } from "@/ui/Button";
import { useDelay } from "@/ui/Skeleton";
import { FullPage } from "./FullPage";
import { messages } from "./messages";

type ProjectScreen = ComponentType<{ project: Project }>;

const ProjectsScreen = lazy(async () => {
  const { ProjectsScreen } = await import("@/features/projects/ProjectsScreen");
  return { default: ProjectsScreen };
});
const DashboardScreen = lazy(async () => {
  const { DashboardScreen } = await import("@/features/dashboard/DashboardScreen");
  return { default: DashboardScreen };
});
const AnnotateScreen = lazy(async () => {
  const { AnnotateScreen } = await import("@/features/annotate/AnnotateScreen");
  return { default: AnnotateScreen };
});
const ArticlesScreen = lazy(async () => {
  const { ArticlesScreen } = await import("@/features/articles/ArticlesScreen");
  return { default: ArticlesScreen };
});
const NewArticleScreen = lazy(async () => {
  const { NewArticleScreen } = await import("@/features/articles/NewArticleScreen");
  return { default: NewArticleScreen };
});
const ImportsScreen = lazy(async () => {
  const { ImportsScreen } = await import("@/features/imports/ImportsScreen");
  return { default: ImportsScreen };
});
const ImportScreen = lazy(async () => {
  const { ImportScreen } = await import("@/features/imports/ImportScreen");
  return { default: ImportScreen };
});
const SuggestionsScreen = lazy(async () => {
  const { SuggestionsScreen } = await import("@/features/suggestions/SuggestionsScreen");
  return { default: SuggestionsScreen };
});
const ProposalsScreen = lazy(async () => {
  const { ProposalsScreen } = await import("@/features/proposals/ProposalsScreen");
  return { default: ProposalsScreen };
});
const QueueScreen = lazy(async () => {
  const { QueueScreen } = await import("@/features/queue/QueueScreen");
  return { default: QueueScreen };
});
const GuidelinesScreen = lazy(async () => {
  const { GuidelinesScreen } = await import("@/features/projects/GuidelinesScreen");
  return { default: GuidelinesScreen };
});
const AccountScreen = lazy(async () => {
  const { AccountScreen } = await import("@/features/account/AccountScreen");
  return { default: AccountScreen };
});

const PROJECT_SCREENS: readonly [path: string, screen: ProjectScreen][] = [
  ["/projects/:slug/annotate", AnnotateScreen],
  ["/projects/:slug/articles/new", NewArticleScreen],
  ["/projects/:slug/articles/imports/:id", ImportScreen],
  ["/projects/:slug/articles/imports", ImportsScreen],
  ["/projects/:slug/articles/suggestions", SuggestionsScreen],
  ["/projects/:slug/articles/proposals", ProposalsScreen],
  ["/projects/:slug/articles", ArticlesScreen],
  ["/projects/:slug/queue", QueueScreen],
  ["/projects/:slug/guidelines", GuidelinesScreen],
  ["/projects/:slug", ProjectHome],
];

export function Routes() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/" component={ProjectsScreen} />
        <Route path="/account" component={AccountScreen} />
        {PROJECT_SCREENS.map(([path, screen]) => (
          <Route key={path} path={path}>
            {({ slug }: { slug: string }) => <InProject key={slug} slug={slug} screen={screen} />}
          </Route>
        ))}
        <Route component={NotFound} />
      </Switch>
    </Suspense>
  );
}

/** Give a screen its project, once there is one that the user may see. */
function InProject({ slug, screen: Screen }: { slug: string; screen: ProjectScreen }) {
  const project = useQuery(projectQuery(slug));
  if (project.data) return <Screen project={project.data} />;
  if (project.isPending) return <Loading />;
  if (project.error instanceof ApiError && project.error.status === 404) return <NotFound />;
  return (
    <FullPage title={messages.app.name} text={messages.app.unreachable}>
      <Button variant="primary" busy={project.isFetching} onClick={() => void project.refetch()}>
        {messages.app.tryAgain}
      </Button>
    </FullPage>
  );
}

function ProjectHome({ project }: { project: Project }) {
  if (project.role === "annotator") {
    return <Redirect to={`/projects/${project.slug}/annotate`} replace />;
  }
  return <DashboardScreen project={project} />;
}

function NotFound() {
  return (
    <FullPage title={messages.app.notFoundTitle} text={messages.app.notFound}>
      <Link href="/">{messages.app.backToProjects}</Link>
    </FullPage>
  );
}

function Loading() {
  const late = useDelay();
  return late ? <p className="visually-hidden">{messages.app.loading}</p> : null;
}
