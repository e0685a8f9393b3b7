import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Link } from "wouter";
import { allOf } from "@/api/pages";
import type { ListedProposal, Project, ProposalState } from "@/api/types";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { SkeletonRows } from "@/ui/SkeletonRows";
import { ProposalCard } from "./ProposalCard";
import styles from "./ProposalsScreen.module.css";
import { proposalsKey, proposalsQuery } from "./queries";

const m = leadMessages.proposals;
const STATES = ["open", "accepted", "declined", "withdrawn"] as const;

export function ProposalsScreen({ project }: { project: Project }) {
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${m.title}, ${project.name}`)}</title>
      <div className={styles.head}>
        <Link href={`/projects/${project.slug}/articles`} className={styles.back}>
          {leadMessages.articles.title}
        </Link>
        <h1>{m.title}</h1>
        <p className={styles.intro}>{m.intro}</p>
      </div>
      {project.role === "lead" ? (
        <Proposals slug={project.slug} />
      ) : (
        <EmptyState title={m.leadOnly}>
          <ButtonLink href={`/projects/${project.slug}/articles`}>
            {leadMessages.articles.backToArticles}
          </ButtonLink>
        </EmptyState>
      )}
    </div>
  );
}

function Proposals({ slug }: { slug: string }) {
  const [state, setState] = useState<ProposalState>("open");
  return (
    <>
      <fieldset className={styles.filter}>
        <legend className="visually-hidden">{m.filter}</legend>
        {STATES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === state}
            className={styles.state}
            onClick={() => setState(one)}
          >
            {m.states[one]}
          </button>
        ))}
      </fieldset>
      <ProposalList key={state} slug={slug} state={state} />
    </>
  );
}

function ProposalList({ slug, state }: { slug: string; state: ProposalState }) {
  const queries = useQueryClient();
  const found = useInfiniteQuery(proposalsQuery(slug, state));
  const list = found.data && allOf(found.data.pages);
  const said = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState("");

  const settle = async (decided: ListedProposal) => {
    const heading = m.headings[decided.kind](decided.number);
    setOutcome(decided.state === "accepted" ? m.accepted(heading) : m.declined(heading));
    // The decided card goes, and a second Enter must not decide the next one.
    said.current?.focus();
    await queries.invalidateQueries({ queryKey: proposalsKey(slug) });
    void queries.invalidateQueries({ queryKey: ["projects", slug, "articles"] });
  };
  return (
    <>
      <div ref={said} tabIndex={-1} role="status" className={styles.outcome}>
        {outcome}
      </div>
      {found.isPending && <SkeletonRows label={m.loading} rows={6} />}
      {found.isError && (
        <div className={styles.notice}>
          <Message
            tone="error"
            action={
              <Button busy={found.isFetching} onClick={() => void found.refetch()}>
                {messages.app.tryAgain}
              </Button>
            }
          >
            {found.isFetchNextPageError ? m.failedMore : m.failed}
          </Message>
        </div>
      )}
      {list?.length === 0 && <EmptyState title={m.empty[state]} text={m.emptyText} />}
      {list && list.length > 0 && (
        <ul className={styles.list}>
          {list.map((proposal) => (
            <li key={proposal.id}>
              <ProposalCard
                proposal={proposal}
                onDecided={settle}
                onRefused={() => queries.invalidateQueries({ queryKey: proposalsKey(slug) })}
              />
            </li>
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button
          busy={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
          className={styles.more}
        >
          {messages.app.showMore}
        </Button>
      )}
    </>
  );
}
