import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { ApiError } from "@/api/client";
import { allOf } from "@/api/pages";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { figuresMessages } from "@/app/messages/figures";
import { HistoryDialog } from "@/parts/history/HistoryDialog";
import { typeNamed } from "@/parts/overview/types";
import type { Scope } from "@/parts/scope/scope";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { SkeletonRows } from "@/ui/SkeletonRows";
import { TypeMark, typeColor } from "@/ui/TypeMark";
import styles from "./PairClaims.module.css";
import { type PairClaim, type PairOf, pairClaimsQuery } from "./queries";

const { claims: m, confusion, ...pairWords } = figuresMessages.pair;

type Names = { one: string; other: string };

type Props = {
  project: Project;
  pair: PairOf;
  scope: Scope;
  names: Names;
  /** Two labels, "named,anonymous": list only the claims of which each says its own. */
  of: string | null;
  allHref: string;
};

/** The claims on which two annotators split, each with both answers and its history. */
export function PairClaims({ project, pair, scope, names, of, allHref }: Props) {
  const claims = useInfiniteQuery(pairClaimsQuery(pair, scope, of));
  const [opened, open] = useState<PairClaim | null>(null);
  const rows = allOf(claims.data?.pages ?? []);
  const isMissing = claims.error instanceof ApiError && claims.error.status === 404;
  return (
    <Panel
      title={pairWords.split}
      text={of === null ? m.all : saidOf(of, names, project)}
      aside={
        of !== null && (
          <Link href={allHref} className={styles.all}>
            {m.showAll}
          </Link>
        )
      }
    >
      {claims.isPending && <SkeletonRows label={messages.app.loading} rows={5} />}
      {claims.isError && (
        <Message
          tone="error"
          action={
            !isMissing && (
              <Button busy={claims.isFetching} onClick={() => void claims.refetch()}>
                {messages.app.tryAgain}
              </Button>
            )
          }
        >
          {isMissing ? pairWords.notFound : m.failed}
        </Message>
      )}
      {claims.data && rows.length === 0 && (
        <p className={styles.none}>{of === null ? m.none : m.noneOf}</p>
      )}
      {rows.length > 0 && (
        <ul className={styles.rows}>
          {rows.map((row) => (
            <li key={row.claim}>
              <div className={styles.claim}>
                <p className={styles.quote} dir="auto">
                  {row.quote}
                </p>
                <p className={styles.about}>{m.about(row.number, row.title)}</p>
                <ul className={styles.answers}>
                  <Answer name={names.one} answer={row.one} project={project} />
                  <Answer name={names.other} answer={row.other} project={project} />
                </ul>
              </div>
              <Button
                className={styles.history}
                aria-label={m.historyOf(row.number, row.title)}
                onClick={() => open(row)}
              >
                {m.history}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {claims.hasNextPage && (
        <Button
          className={styles.more}
          busy={claims.isFetchingNextPage}
          onClick={() => void claims.fetchNextPage()}
        >
          {m.more}
        </Button>
      )}
      {opened && (
        <HistoryDialog
          claim={{ id: opened.claim, number: opened.number, quote: opened.quote }}
          project={project}
          onClose={() => open(null)}
        />
      )}
    </Panel>
  );
}

type AnswerProps = { name: string; answer: PairClaim["one"]; project: Project };

function Answer({ name, answer, project }: AnswerProps) {
  const type = typeNamed(project, answer.source_type);
  const point = project.confidence_scale.find(({ value }) => value === answer.confidence);
  return (
    <li>
      <TypeMark color={typeColor(type.color)} />
      {m.answer(name, type.name, point?.word ?? String(answer.confidence))}
    </li>
  );
}

function saidOf(of: string, names: Names, project: Project): string {
  const [one = "", other = ""] = of.split(",");
  return [
    confusion.says(names.one, typeNamed(project, one).name),
    confusion.says(names.other, typeNamed(project, other).name),
  ].join("; ");
}
