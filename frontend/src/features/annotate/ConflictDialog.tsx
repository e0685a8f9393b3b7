import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { type AnswerOutbox, answerFrom } from "@/api/answers";
import { articleOfAnswer, type Conflict, conflictsIn, keepMine, takeTheirs } from "@/api/conflicts";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { CodePoints } from "@/lib/offsets";
import { dateTime } from "@/lib/time";
import { writtenIn } from "@/lib/writtenIn";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { TypeMark, typeColor } from "@/ui/TypeMark";
import styles from "./ConflictDialog.module.css";
import { sourceTypeOf } from "./marks";
import type { AnnotateStore } from "./store";
import { compare } from "./versions";

const m = panelMessages.decisions;

type Props = {
  project: Project;
  outbox: AnswerOutbox;
  store: Pick<AnnotateStore, "take">;
  onClose: () => void;
};

/** Claims that were answered in two places: both answers side by side, one claim after the other. */
export function ConflictDialog({ project, outbox, store, onClose }: Props) {
  const { refused } = useSyncExternalStore(outbox.subscribe, outbox.getState);
  const [conflict, ...more] = conflictsIn(refused);
  // With its last conflict the button has gone that opened this: the focus goes to the question.
  useEffect(() => () => document.getElementById("question")?.focus({ preventScroll: true }), []);
  if (!conflict) return null;
  // It would open by itself, in the middle of work, with the next conflict.
  const goOn = () => more.length === 0 && onClose();
  return (
    <Dialog title={m.changedTitle} closeLabel={messages.app.close} onClose={onClose} wide>
      <Versions
        key={conflict.mine.id}
        project={project}
        conflict={conflict}
        more={more.length}
        onMine={() => {
          keepMine(outbox, conflict);
          goOn();
        }}
        onTheirs={() => {
          const { id, payload } = takeTheirs(outbox, conflict);
          store.take(payload.claim, payload.answer, id);
          goOn();
        }}
      />
    </Dialog>
  );
}

type VersionsProps = {
  project: Project;
  conflict: Conflict;
  more: number;
  onMine: () => void;
  onTheirs: () => void;
};

function Versions({ project, conflict, more, onMine, onTheirs }: VersionsProps) {
  const { mine, current } = conflict;
  const { answer, article, number, quote, at } = mine.payload;
  const theirs = useMemo(() => current && answerFrom(current), [current]);
  const { data } = useQuery(articleOfAnswer(article));
  const text = useMemo(() => (data ? new CodePoints(data.text) : null), [data]);
  const start = useRef<HTMLParagraphElement>(null);
  // The button that was pressed has gone with the conflict before: reading begins here again.
  useEffect(() => start.current?.focus(), []);
  return (
    <>
      <p ref={start} tabIndex={-1} className={styles.text} data-autofocus>
        {m.changedText(number)} {more > 0 && m.changedMore(more)}
      </p>
      <blockquote className={styles.quote} {...(data && writtenIn(data))}>
        {quote}
      </blockquote>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{m.what}</span>
            </th>
            <th scope="col">
              {m.mine}
              <small>{dateTime(new Date(at).toISOString())}</small>
            </th>
            <th scope="col">
              {m.theirs}
              {current && <small>{dateTime(current.updated_at)}</small>}
            </th>
          </tr>
        </thead>
        <tbody>
          {compare(answer, theirs, project, text).map((row) => (
            <tr key={row.name} className={row.mine === row.theirs ? undefined : styles.differs}>
              <th scope="row">{m[row.name]}</th>
              {(
                [
                  [answer, row.mine],
                  [theirs, row.theirs],
                ] as const
              ).map(([given, words], side) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: there are always these two sides
                <td key={side}>
                  {row.name === "answer" && given?.source_type && (
                    <TypeMark
                      color={typeColor(sourceTypeOf(project, given.source_type)?.color ?? "")}
                    />
                  )}
                  {words || m.nothing}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        <Button variant="primary" onClick={onMine}>
          {m.keepMine}
        </Button>
        <Button onClick={onTheirs}>{m.keepTheirs}</Button>
      </div>
    </>
  );
}
