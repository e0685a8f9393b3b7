import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { ApiError } from "@/api/client";
import { allOf } from "@/api/pages";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { figuresMessages } from "@/app/messages/figures";
import { type ClaimRow, ClaimRows } from "@/parts/claims/ClaimRows";
import { typeNamed } from "@/parts/overview/types";
import type { Scope } from "@/parts/scope/scope";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { SkeletonRows } from "@/ui/SkeletonRows";
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
        <ClaimRows rows={rows.map((row) => rowOf(row, pair, names, project))} project={project} />
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
    </Panel>
  );
}

function rowOf(row: PairClaim, pair: PairOf, names: Names, project: Project): ClaimRow {
  const { claim, article, number, quote, language, title } = row;
  const said = (name: string, { source_type: key, confidence }: PairClaim["one"]) => {
    const point = project.confidence_scale.find(({ value }) => value === confidence);
    return m.answer(name, typeNamed(project, key).name, point?.word ?? String(confidence));
  };
  return {
    claim,
    article,
    number,
    quote,
    language,
    title,
    answers: [
      { id: pair.one, source_type: row.one.source_type, words: said(names.one, row.one) },
      { id: pair.other, source_type: row.other.source_type, words: said(names.other, row.other) },
    ],
  };
}

function saidOf(of: string, names: Names, project: Project): string {
  const [one = "", other = ""] = of.split(",");
  return [
    confusion.says(names.one, typeNamed(project, one).name),
    confusion.says(names.other, typeNamed(project, other).name),
  ].join("; ");
}
