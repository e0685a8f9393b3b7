import { type InfiniteData, useQuery, useQueryClient } from "@tanstack/react-query";
import BookOpen from "lucide-react/icons/book-open";
import Download from "lucide-react/icons/download";
import FileText from "lucide-react/icons/file-text";
import MessageSquare from "lucide-react/icons/message-square";
import Settings from "lucide-react/icons/settings-2";
import Users from "lucide-react/icons/users";
import { useRef } from "react";
import { Link } from "wouter";
import { allOf } from "@/api/pages";
import type { ActivityEntry, ActivityPage, Project } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";
import { dateTime } from "@/lib/time";
import { Button } from "@/ui/Button";
import { useNow } from "@/ui/useNow";
import { byDay, clock } from "./days";
import type { Filter, Group } from "./filter";
import { freshIn, isGap, withNewest } from "./fresh";
import styles from "./Log.module.css";
import { logQuery, newestQuery } from "./queries";
import { nameOf, placeIn, tell } from "./words";

const m = peopleMessages.activity;

const GROUP_OF: Readonly<Record<ActivityEntry["kind"], Group>> = {
  project_created: "settings",
  settings_changed: "settings",
  source_types_changed: "settings",
  queue_changed: "settings",
  recomputation_started: "settings",
  training_started: "settings",
  guidelines_published: "guidelines",
  member_invited: "people",
  invitation_revoked: "people",
  member_joined: "people",
  member_changed: "people",
  member_deactivated: "people",
  member_restored: "people",
  article_added: "articles",
  article_changed: "articles",
  import_started: "articles",
  import_ended: "articles",
  articles_assigned: "articles",
  assignment_withdrawn: "articles",
  proposal_decided: "articles",
  answers_imported: "answers",
  answer_created: "answers",
  answer_changed: "answers",
  answer_withdrawn: "answers",
  labels_exported: "exports",
  snapshot_started: "exports",
  snapshot_deleted: "exports",
};
const ICONS = {
  answers: MessageSquare,
  articles: FileText,
  people: Users,
  guidelines: BookOpen,
  settings: Settings,
  exports: Download,
} satisfies Record<Group, unknown>;

type Props = {
  project: Project;
  filter: Filter;
  log: InfiniteData<ActivityPage>;
};

/** The log by days. What is new meanwhile waits behind a button, so that nothing moves by itself. */
export function Log({ project, filter, log }: Props) {
  const queries = useQueryClient();
  const list = useRef<HTMLDivElement>(null);
  const now = useNow(60_000);
  const entries = allOf(log.pages);
  const { data: newest } = useQuery({
    ...newestQuery(project.slug, filter),
    ...(log.pages[0] && { initialData: log.pages[0] }),
  });
  const fresh = freshIn(newest, entries[0]);
  const isMore = newest !== undefined && isGap(newest, fresh);
  const show = () => {
    if (!newest) return;
    const { queryKey } = logQuery(project.slug, filter);
    queries.setQueryData(queryKey, (known) => known && withNewest(known, newest));
    window.scrollTo(0, 0);
    list.current?.focus({ preventScroll: true });
  };
  return (
    <div ref={list} tabIndex={-1} className={styles.log}>
      <div role="status" className={styles.fresh}>
        {fresh.length > 0 && (
          <Button variant="primary" onClick={show}>
            {isMore ? m.freshMany(fresh.length) : m.fresh(fresh.length)}
          </Button>
        )}
      </div>
      {byDay(entries, now).map(({ name, entries }) => (
        <section key={entries[0]?.id} className={styles.day}>
          <h2 className={styles.date}>{name}</h2>
          <ol className={styles.entries}>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} project={project} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Entry({ entry, project }: { entry: ActivityEntry; project: Project }) {
  const Icon = ICONS[GROUP_OF[entry.kind]];
  const { sentence, beside } = tell(entry, project);
  return (
    <li className={styles.entry}>
      <time dateTime={entry.at} title={dateTime(entry.at)} className={styles.time}>
        {clock(entry.at)}
      </time>
      <Icon size={16} aria-hidden className={styles.icon} />
      <div className={styles.said}>
        <p>
          <Sentence text={sentence} name={nameOf(entry)} place={placeIn(entry, project.slug)} />
        </p>
        {beside.map((line) => (
          <p key={line} className={styles.beside}>
            {line}
          </p>
        ))}
      </div>
    </li>
  );
}

const OPENING = ["“", "„"];

type SentenceProps = { text: string; name: string; place: ReturnType<typeof placeIn> };

/** A sentence with who did it set off, as each begins with it, and the way to what it is about. */
function Sentence({ text, name, place }: SentenceProps) {
  const isNamed = text.startsWith(name);
  const rest = isNamed ? text.slice(name.length) : text;
  // After its quotation mark, for its words may stand elsewhere in the sentence too.
  const at = place ? Math.max(...OPENING.map((mark) => rest.indexOf(mark + place.title))) + 1 : 0;
  return (
    <>
      {isNamed && <strong>{name}</strong>}
      {place && at > 0 ? (
        <>
          {rest.slice(0, at)}
          <Link href={place.href}>{place.title}</Link>
          {rest.slice(at + place.title.length)}
        </>
      ) : (
        rest
      )}
    </>
  );
}
