import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { useSearchParams } from "wouter";
import type { Guidelines, Project, Revision } from "@/api/types";
import { messages } from "@/app/messages";
import { projectMessages } from "@/app/messages/projects";
import { date } from "@/lib/time";
import { revisionQuery, revisionsQuery } from "@/parts/guidelines/queries";
import { RevisionChanges } from "@/parts/guidelines/RevisionChanges";
import { type Reading, RevisionMenu } from "@/parts/guidelines/RevisionMenu";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { LazyMarkdown } from "@/ui/LazyMarkdown";
import { Message } from "@/ui/Message";
import { Skeleton, useDelay } from "@/ui/Skeleton";
import { draftName, readDraft } from "./draft";
import styles from "./GuidelinesScreen.module.css";
import { splitTitle } from "./splitTitle";

const m = projectMessages;

type Props = {
  project: Project;
  user: number;
  inForce: Guidelines;
  /** What has just been done here. */
  said: string;
};

/** The guidelines in force, an earlier revision or what differs; the address says which. */
export function Reader({ project, user, inForce, said }: Props) {
  const { slug } = project;
  const [reading, read] = useReading(inForce.number);
  const revisions = useQuery(revisionsQuery(slug)).data ?? [];
  const other = useQuery({
    ...revisionQuery(slug, reading.revision ?? 0),
    enabled: reading.revision !== null,
  });
  const shown = reading.revision === null ? inForce : other.data;
  const { title, rest } = splitTitle((shown ?? inForce).body);
  return (
    <>
      <div className={styles.head}>
        <h1>{title ?? m.guidelines}</h1>
        {project.role === "lead" && (
          <ButtonLink href={`/projects/${slug}/guidelines?edit`}>
            {readDraft(draftName(user, slug)) ? m.goOnEditing : m.editGuidelines}
          </ButtonLink>
        )}
      </div>
      {shown && <Facts shown={shown} revisions={revisions} />}
      {said && (
        <div className={styles.said}>
          <Message tone="ok">{said}</Message>
        </div>
      )}
      {revisions.length > 1 && (
        <div className={styles.menu}>
          <RevisionMenu
            revisions={revisions}
            inForce={inForce.number}
            reading={reading}
            onRead={read}
          />
        </div>
      )}
      {other.isError && (
        <Message
          tone="error"
          action={
            <Button busy={other.isFetching} onClick={() => void other.refetch()}>
              {messages.app.tryAgain}
            </Button>
          }
        >
          {m.guidelinesFailed}
        </Message>
      )}
      {!shown && !other.isError && <Loading />}
      {shown &&
        (reading.comparedWith !== null ? (
          <RevisionChanges
            slug={slug}
            shown={shown}
            comparedWith={reading.comparedWith}
            heading="h2"
          />
        ) : shown.body.trim() === "" ? (
          <EmptyState title={m.noGuidelinesTitle} text={m.noGuidelines} />
        ) : (
          <Suspense fallback={<Loading />}>
            <LazyMarkdown text={rest} isBelowTitle={title !== null} />
          </Suspense>
        ))}
    </>
  );
}

type FactsProps = {
  shown: Guidelines;
  revisions: readonly Revision[];
};

function Facts({ shown, revisions }: FactsProps) {
  const author = revisions.find(({ number }) => number === shown.number)?.author;
  const facts = [m.revision(shown.number), date(shown.created_at)];
  if (author) facts.push(author);
  if (shown.change_note) facts.push(shown.change_note);
  return <p className={styles.facts}>{facts.join(" · ")}</p>;
}

/** Which revision the address asks for, and with which it shall be compared. */
function useReading(inForce: number): [Reading, (reading: Reading) => void] {
  const [params, setParams] = useSearchParams();
  const number = (name: string) => {
    const value = Number(params.get(name));
    return Number.isInteger(value) && value > 0 ? value : null;
  };
  const revision = number("revision");
  const reading = {
    revision: revision === inForce ? null : revision,
    comparedWith: number("compare"),
  };
  const read = ({ revision, comparedWith }: Reading) => {
    setParams({
      ...(revision !== null && { revision: String(revision) }),
      ...(comparedWith !== null && { compare: String(comparedWith) }),
    });
  };
  return [reading, read];
}

export function Loading() {
  const late = useDelay();
  if (!late) return null;
  return (
    <div className={styles.bones}>
      {["92%", "100%", "84%", "96%", "60%"].map((width) => (
        <Skeleton key={width} width={width} height={16} />
      ))}
    </div>
  );
}
