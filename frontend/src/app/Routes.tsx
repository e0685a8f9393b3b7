import { useQuery } from "@tanstack/react-query";
import { type ComponentType, type ReactNode, Suspense } from "react";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { ApiError } from "@/api/client";
import { isFromDevice } from "@/api/kept";
import { projectQuery } from "@/api/queries";
import { SESSION_KEPT } from "@/api/session";
import type { Project } from "@/api/types";
import { Button } from "@/ui/Button";
import { useDelay } from "@/ui/Skeleton";
import { FullPage } from "./FullPage";
import { messages } from "./messages";
import { screen } from "./screen";

type ProjectScreen = ComponentType<{ project: Project }>;

const ProjectsScreen = screen(
  async () => (await import("@/features/projects/ProjectsScreen")).ProjectsScreen,
  true,
);
const DashboardScreen = screen(
  async () => (await import("@/features/dashboard/DashboardScreen")).DashboardScreen,
);
const AnnotateScreen = screen(
  async () => (await import("@/features/annotate/AnnotateScreen")).AnnotateScreen,
  true,
);
const ArticlesScreen = screen(
  async () => (await import("@/features/articles/ArticlesScreen")).ArticlesScreen,
);
const ArticleScreen = screen(
  async () => (await import("@/features/article/ArticleScreen")).ArticleScreen,
);
const NewArticleScreen = screen(
  async () => (await import("@/features/articles/NewArticleScreen")).NewArticleScreen,
);
const ImportsScreen = screen(
  async () => (await import("@/features/imports/ImportsScreen")).ImportsScreen,
);
const ImportScreen = screen(
  async () => (await import("@/features/imports/ImportScreen")).ImportScreen,
);
const SuggestionsScreen = screen(
  async () => (await import("@/features/suggestions/SuggestionsScreen")).SuggestionsScreen,
);
const ProposalsScreen = screen(
  async () => (await import("@/features/proposals/ProposalsScreen")).ProposalsScreen,
);
const QueueScreen = screen(async () => (await import("@/features/queue/QueueScreen")).QueueScreen);
const GuidelinesScreen = screen(
  async () => (await import("@/features/projects/GuidelinesScreen")).GuidelinesScreen,
);
const NewProjectScreen = screen(
  async () => (await import("@/features/setup/NewProjectScreen")).NewProjectScreen,
);
const SettingsScreen = screen(
  async () => (await import("@/features/setup/SettingsScreen")).SettingsScreen,
);
const PeopleScreen = screen(
  async () => (await import("@/features/people/PeopleScreen")).PeopleScreen,
);
const PersonScreen = screen(
  async () => (await import("@/features/people/PersonScreen")).PersonScreen,
);
const ActivityScreen = screen(
  async () => (await import("@/features/activity/ActivityScreen")).ActivityScreen,
);
const PairScreen = screen(async () => (await import("@/features/pairs/PairScreen")).PairScreen);
const ExportScreen = screen(
  async () => (await import("@/features/export/ExportScreen")).ExportScreen,
);
const AccountScreen = screen(
  async () => (await import("@/features/account/AccountScreen")).AccountScreen,
);

const PROJECT_SCREENS: readonly [path: string, screen: ProjectScreen][] = [
  ["/projects/:slug/annotate", AnnotateScreen],
  ["/projects/:slug/articles/new", NewArticleScreen],
  ["/projects/:slug/articles/imports/:id", ImportScreen],
  ["/projects/:slug/articles/imports", ImportsScreen],
  ["/projects/:slug/articles/suggestions", SuggestionsScreen],
  ["/projects/:slug/articles/proposals", ProposalsScreen],
  ["/projects/:slug/articles/:id", ArticleScreen],
  ["/projects/:slug/articles", ArticlesScreen],
  ["/projects/:slug/queue", QueueScreen],
  ["/projects/:slug/guidelines", GuidelinesScreen],
  ["/projects/:slug/people/:id", PersonScreen],
  ["/projects/:slug/people", PeopleScreen],
  ["/projects/:slug/settings/:part?", SettingsScreen],
  ["/projects/:slug/export/:id?", ExportScreen],
  ["/projects/:slug/activity", ActivityScreen],
  ["/projects/:slug/pairs/:one/:other", PairScreen],
  ["/projects/:slug", ProjectHome],
];

/** How long nothing is shown, in ms, while a screen loads. */
const VERY_LATE = 3_000;

export function Routes() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/" component={ProjectsScreen} />
        <Route path="/account" component={AccountScreen} />
        <Route path="/projects/new" component={NewProjectScreen} />
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
    <Unreachable>
      <Button variant="primary" busy={project.isFetching} onClick={() => void project.refetch()}>
        {messages.app.tryAgain}
      </Button>
    </Unreachable>
  );
}

function ProjectHome({ project }: { project: Project }) {
  if (project.role === "annotator") {
    return <Redirect to={`/projects/${project.slug}/annotate`} replace />;
  }
  return <DashboardScreen project={project} />;
}

const back = <Link href="/">{messages.app.backToProjects}</Link>;

function NotFound() {
  return (
    <FullPage title={messages.app.notFoundTitle} text={messages.app.notFound}>
      {back}
    </FullPage>
  );
}

function Unreachable({ children }: { children?: ReactNode }) {
  const [path] = useLocation();
  return (
    <FullPage title={messages.app.name} text={messages.app.unreachable}>
      {children}
      {path !== "/" && back}
    </FullPage>
  );
}

function Loading() {
  const isLate = useDelay();
  const isVeryLate = useDelay(VERY_LATE);
  if (isVeryLate) {
    const isThere = navigator.onLine && !isFromDevice(SESSION_KEPT);
    if (!isThere) return <Unreachable />;
    return <FullPage title={messages.app.name} text={messages.app.loading} />;
  }
  return isLate ? <p className="visually-hidden">{messages.app.loading}</p> : null;
}
