import { useQuery } from "@tanstack/react-query";
import ArrowLeft from "lucide-react/icons/arrow-left";
import type { ReactNode } from "react";
import { Link, useParams } from "wouter";
import { ApiError } from "@/api/client";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { peopleMessages } from "@/app/messages/people";
import { overviewQuery } from "@/parts/overview/queries";
import { isSelective } from "@/parts/scope/filters";
import { useScope } from "@/parts/scope/scope";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { SkeletonRows } from "@/ui/SkeletonRows";
import { PersonDays } from "./PersonDays";
import { PersonFigures } from "./PersonFigures";
import { PersonPairs } from "./PersonPairs";
import { PersonRates } from "./PersonRates";
import styles from "./PersonScreen.module.css";
import { PersonStanding } from "./PersonStanding";
import { PersonTimes } from "./PersonTimes";
import { type Person, personQuery, standingsQuery } from "./personQueries";
import { referenceOf } from "./personWords";

const { people: roles, person: m } = peopleMessages;

/** One person's work in a project, and how they stand to the others. */
export function PersonScreen({ project }: { project: Project }) {
  const { slug } = project;
  const isLead = project.role === "lead";
  const { search } = useScope(slug, isLead);
  return (
    <div className="page">
      <p className={styles.back}>
        <Link href={`/projects/${slug}/people`}>
          <ArrowLeft size={15} aria-hidden />
          {m.back}
        </Link>
        <Link href={`/projects/${slug}${search}`}>
          <ArrowLeft size={15} aria-hidden />
          {m.backToDashboard}
        </Link>
      </p>
      {isLead ? (
        <Page project={project} />
      ) : (
        <Titled project={project} title={m.title}>
          <p className={styles.state}>{m.leadsOnly}</p>
        </Titled>
      )}
    </div>
  );
}

type TitledProps = { project: Project; title: string; children: ReactNode };

function Titled({ project, title, children }: TitledProps) {
  return (
    <>
      <title>{messages.app.pageTitle(`${title}, ${project.name}`)}</title>
      <h1>{title}</h1>
      {children}
    </>
  );
}

function Page({ project }: { project: Project }) {
  const { slug } = project;
  const id = Number(useParams<{ id: string }>().id);
  const scope = useScope(slug, true);
  const person = useQuery(personQuery(slug, id, scope));
  const overview = useQuery(overviewQuery(slug, scope));
  const standings = useQuery(standingsQuery(slug, scope));
  const failed = scope.isError ? scope : person;
  const given = person.data;
  if (!given) {
    const isMissing = person.error instanceof ApiError && person.error.status === 404;
    return (
      <Titled project={project} title={m.title}>
        <div className={styles.state}>
          {isMissing && <EmptyState title={m.notFoundTitle} text={m.notFound} />}
          {!isMissing && failed.isError && (
            <Message
              tone="error"
              action={
                <Button busy={failed.isFetching} onClick={() => void failed.refetch()}>
                  {messages.app.tryAgain}
                </Button>
              }
            >
              {m.failed}
            </Message>
          )}
          {!failed.isError && <SkeletonRows label={messages.app.loading} rows={8} />}
        </div>
      </Titled>
    );
  }
  const team = overview.data?.figures?.seconds;
  const reference = referenceOf(standings.data?.annotators ?? []);
  return (
    <Titled project={project} title={given.name}>
      <p className={styles.about}>{aboutOf(given)}</p>
      {isSelective(scope.filters) && (
        <p className={styles.about}>
          {m.filtered}{" "}
          <Link href={`/projects/${slug}/people/${id}`} className={styles.link}>
            {m.withoutFilters}
          </Link>
        </p>
      )}
      <PersonFigures person={given} team={team?.median ?? null} reference={reference} />
      <div className={styles.panels}>
        <PersonDays project={project} person={given} query={person} className={styles.wide} />
        <PersonTimes
          project={project}
          person={given}
          team={team}
          query={person}
          className={styles.narrow}
        />
        <PersonStanding
          project={project}
          person={given}
          reference={reference}
          className={styles.narrow}
        />
        <PersonPairs
          project={project}
          person={given}
          search={scope.search}
          query={person}
          className={styles.wide}
        />
        <PersonRates
          project={project}
          person={given}
          isFiltered={scope.scope !== "all"}
          query={person}
          className={styles.whole}
        />
      </div>
    </Titled>
  );
}

function aboutOf({ role, code, active, quota }: Person): string {
  const parts = [
    roles.roles[role],
    m.code(code),
    ...(quota === null ? [] : [m.quota(quota)]),
    ...(active ? [] : [m.former]),
  ];
  return parts.join(" · ");
}
