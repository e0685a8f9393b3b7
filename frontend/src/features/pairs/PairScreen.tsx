import { useQuery } from "@tanstack/react-query";
import ArrowLeft from "lucide-react/icons/arrow-left";
import { lazy, Suspense } from "react";
import { Link, useParams, useSearch } from "wouter";
import { ApiError } from "@/api/client";
import type { Project } from "@/api/types";
import { messages, withPanelMessages } from "@/app/messages";
import { figuresMessages } from "@/app/messages/figures";
import { isSelective } from "@/parts/scope/filters";
import { useScope } from "@/parts/scope/scope";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { SkeletonRows } from "@/ui/SkeletonRows";
import { Confusion } from "./Confusion";
import { PairFigures } from "./PairFigures";
import styles from "./PairScreen.module.css";
import { namesQuery, type PairOf, pairQuery } from "./queries";

const m = figuresMessages.pair;

// The claims open their history, whose sentences are in another catalog.
const PairClaims = lazy(() =>
  withPanelMessages(async () => ({ default: (await import("./PairClaims")).PairClaims })),
);

type Names = { one: string; other: string };

/** Two annotators: how far they agree, and the claims they split on. */
export function PairScreen({ project }: { project: Project }) {
  const { slug } = project;
  const path = useParams<{ one: string; other: string }>();
  const pair = { slug, one: Number(path.one), other: Number(path.other) };
  const isLead = project.role === "lead";
  const { search } = useScope(slug, isLead);
  const known = useQuery({ ...namesQuery(slug), enabled: isLead });
  const nameOf = (id: number) => known.data?.find((one) => one.id === id)?.name || m.somebody(id);
  const names = { one: nameOf(pair.one), other: nameOf(pair.other) };
  const title = known.isLoading ? m.title : m.names(names.one, names.other);
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${title}, ${project.name}`)}</title>
      <p className={styles.back}>
        <Link href={`/projects/${slug}${search}`}>
          <ArrowLeft size={15} aria-hidden />
          {m.back}
        </Link>
      </p>
      <h1>{title}</h1>
      {isLead ? (
        <Compared project={project} pair={pair} names={names} />
      ) : (
        <p className={styles.state}>{m.leadsOnly}</p>
      )}
    </div>
  );
}

type Props = { project: Project; pair: PairOf; names: Names };

function Compared({ project, pair, names }: Props) {
  const scope = useScope(pair.slug, true);
  const of = new URLSearchParams(useSearch()).get("of");
  const found = useQuery(pairQuery(pair, scope));
  const failed = scope.isError ? scope : found;
  const isFiltered = isSelective(scope.filters);
  if (!found.data) {
    const isMissing = found.error instanceof ApiError && found.error.status === 404;
    return (
      <div className={styles.state}>
        {isMissing && <NoneShared pair={pair} isFiltered={isFiltered} />}
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
        {!failed.isError && <SkeletonRows label={messages.app.loading} rows={6} />}
      </div>
    );
  }
  const hrefOf = (labels: string | null) => {
    const query = new URLSearchParams(scope.search);
    if (labels !== null) query.set("of", labels);
    return `${pathOf(pair)}${query.size > 0 ? `?${query}` : ""}`;
  };
  return (
    <>
      {isFiltered && <p className={styles.filtered}>{m.filtered}</p>}
      <PairFigures pair={found.data} />
      <div className={styles.panels}>
        <Confusion pair={found.data} names={names} types={project} of={of} hrefOf={hrefOf} />
        <Suspense fallback={null}>
          <PairClaims
            project={project}
            pair={pair}
            scope={scope}
            names={names}
            of={of}
            allHref={hrefOf(null)}
          />
        </Suspense>
      </div>
    </>
  );
}

function NoneShared({ pair, isFiltered }: { pair: PairOf; isFiltered: boolean }) {
  return (
    <EmptyState title={m.noneShared} text={isFiltered ? m.noneSharedHere : m.noneSharedText}>
      {isFiltered && <ButtonLink href={pathOf(pair)}>{m.withoutFilters}</ButtonLink>}
    </EmptyState>
  );
}

const pathOf = ({ slug, one, other }: PairOf) => `/projects/${slug}/pairs/${one}/${other}`;
