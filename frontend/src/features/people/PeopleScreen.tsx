import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { membersQuery } from "@/api/members";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { peopleMessages } from "@/app/messages/people";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { SkeletonRows } from "@/ui/SkeletonRows";
import { useNotice } from "@/ui/useNotice";
import { FormerMembers } from "./FormerMembers";
import { InvitePanel } from "./InvitePanel";
import { MembersPanel } from "./MembersPanel";
import { OpenInvitations } from "./OpenInvitations";
import styles from "./PeopleScreen.module.css";

const m = peopleMessages.people;

export function PeopleScreen({ project }: { project: Project }) {
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${m.title}, ${project.name}`)}</title>
      {project.role === "lead" ? (
        <People slug={project.slug} />
      ) : (
        <>
          <h1 className={styles.title}>{m.title}</h1>
          <EmptyState title={m.leadOnly}>
            <ButtonLink href={`/projects/${project.slug}`}>{m.backToDashboard}</ButtonLink>
          </EmptyState>
        </>
      )}
    </div>
  );
}

function People({ slug }: { slug: string }) {
  const members = useQuery(membersQuery(slug));
  const opener = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState<boolean | null>(null);
  const { place, notice, tell } = useNotice();
  const active = members.data?.filter((one) => one.active);
  const former = members.data?.filter((one) => !one.active) ?? [];
  // Whoever is alone here has come to invite the others.
  const isInviting = asked ?? active?.length === 1;
  return (
    <>
      <div className={styles.head}>
        <h1>{m.title}</h1>
        <Button
          ref={opener}
          variant={isInviting ? "plain" : "primary"}
          aria-expanded={isInviting}
          onClick={() => setAsked(!isInviting)}
        >
          {m.invite.open}
        </Button>
      </div>
      <div className={styles.panels}>
        {isInviting && (
          <InvitePanel
            slug={slug}
            isAsked={asked === true}
            onDone={() => {
              setAsked(false);
              opener.current?.focus();
            }}
          />
        )}
        <OpenInvitations slug={slug} />
        <p role="status" className={notice ? styles.notice : "visually-hidden"}>
          {notice}
        </p>
        <div ref={place} tabIndex={-1} className={styles.list}>
          {active && <MembersPanel slug={slug} members={active} onLeft={tell} />}
          {members.isPending && <SkeletonRows label={m.loading} rows={5} />}
          {!members.data && members.isError && (
            <Message
              tone="error"
              action={
                <Button busy={members.isFetching} onClick={() => void members.refetch()}>
                  {messages.app.tryAgain}
                </Button>
              }
            >
              {m.failed}
            </Message>
          )}
        </div>
        {former.length > 0 && <FormerMembers slug={slug} members={former} onBack={tell} />}
      </div>
    </>
  );
}
