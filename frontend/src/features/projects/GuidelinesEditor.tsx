import { useQuery } from "@tanstack/react-query";
import { type FormEvent, Suspense, useDeferredValue, useId, useRef, useState } from "react";
import { Link } from "wouter";
import { guidelinesQuery } from "@/api/queries";
import type { Guidelines, Project } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";
import { RevisionDiff } from "@/parts/guidelines/RevisionDiff";
import { Button } from "@/ui/Button";
import { ErrorSummary } from "@/ui/ErrorSummary";
import { Field, TextArea } from "@/ui/Field";
import { LazyMarkdown } from "@/ui/LazyMarkdown";
import styles from "./GuidelinesEditor.module.css";
import { MovedOn } from "./MovedOn";
import { problemsOf, usePublishing } from "./publishing";
import { useDraft } from "./useDraft";

const m = setupMessages.guidelinesEditor;

type Props = {
  project: Project;
  user: number;
  inForce: Guidelines;
  onPublished: (words: string) => void;
};

/** Guidelines in Markdown beside what annotators will read; published as the next revision. */
export function GuidelinesEditor({ project, user, inForce, onPublished }: Props) {
  const { slug } = project;
  // What is edited should be the newest; should it be an older one, publishing says so.
  useQuery({ ...guidelinesQuery(slug), staleTime: 0 });
  const draft = useDraft(user, slug, inForce);
  const [said, say] = useState(draft.isThere ? m.restored : "");
  const [isChecked, check] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const id = useId();
  const publishing = usePublishing(slug);
  const hasMovedOn = draft.base !== inForce.number;
  const problems = isChecked ? problemsOf(draft, inForce.body) : [];
  const problem = (field: "body" | "note") => problems.find((one) => one.field === field)?.text;

  const change = (given: { body?: string; note?: string }) => {
    say("");
    draft.change(given);
  };
  const discard = () => {
    draft.drop();
    check(false);
    publishing.reset();
    say(m.discarded);
  };
  const publish = (event: FormEvent) => {
    event.preventDefault();
    check(true);
    if (problemsOf(draft, inForce.body).length > 0) {
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    if (publishing.isPending) return;
    publishing.mutate(draft, {
      onSuccess: ({ number }) => {
        draft.drop();
        onPublished(m.published(number));
      },
    });
  };
  return (
    <>
      <h1>{m.title}</h1>
      <p className={styles.facts}>
        {m.base(draft.base)} · <Link href={`/projects/${slug}/guidelines`}>{m.backToReading}</Link>
      </p>
      {hasMovedOn && (
        <MovedOn
          slug={slug}
          inForce={inForce}
          base={draft.base}
          body={draft.body}
          takesFocus={!publishing.isIdle}
          onRebase={() => {
            draft.change({ base: inForce.number });
            publishing.reset();
            say(m.rebased(inForce.number));
          }}
          onTakeTheirs={discard}
        />
      )}
      <form className={styles.form} onSubmit={publish} noValidate>
        {problems.length > 0 && (
          <ErrorSummary
            ref={summary}
            title={setupMessages.saving.problems}
            problems={problems.map(({ field, text }) => ({ field: `${id}-${field}`, text }))}
          />
        )}
        <div className={styles.columns}>
          <TextArea
            id={`${id}-body`}
            label={m.text}
            hint={m.textHint}
            error={problem("body")}
            className={styles.text}
            spellCheck
            value={draft.body}
            onChange={(event) => change({ body: event.target.value })}
          />
          <Preview text={draft.body} />
        </div>
        <Field
          id={`${id}-note`}
          label={m.note}
          hint={m.noteHint}
          error={problem("note")}
          autoComplete="off"
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
        {draft.isThere && !hasMovedOn && <Differences before={inForce} after={draft.body} />}
        <div className={styles.line}>
          <Button type="submit" variant="primary" busy={publishing.isPending || hasMovedOn}>
            {publishing.isPending ? m.publishing : m.publish(inForce.number + 1)}
          </Button>
          {draft.isThere && (
            <Button variant="quiet" onClick={discard}>
              {m.discard}
            </Button>
          )}
          <p className={styles.kept}>
            {draft.isThere ? (draft.isKept ? m.kept : m.notKept) : m.noDraft}
          </p>
        </div>
        <p role="status" className={styles.said}>
          {said}
        </p>
        {publishing.problem && (
          <p role="alert" className={styles.problem}>
            {publishing.problem}
          </p>
        )}
      </form>
    </>
  );
}

function Preview({ text }: { text: string }) {
  const shown = useDeferredValue(text);
  return (
    <div className={styles.side}>
      <h2 className={styles.title}>{m.preview}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keys must reach it */}
      <section className={styles.preview} tabIndex={0} aria-label={m.preview}>
        {shown.trim() === "" ? (
          <p className={styles.empty}>{m.previewEmpty}</p>
        ) : (
          <Suspense fallback={null}>
            <LazyMarkdown text={shown} />
          </Suspense>
        )}
      </section>
    </div>
  );
}

function Differences({ before, after }: { before: Guidelines; after: string }) {
  const [isOpen, setOpen] = useState(false);
  const shown = useDeferredValue(after);
  return (
    <details
      className={styles.differences}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{m.changes(before.number)}</summary>
      {isOpen && <RevisionDiff before={before.body} after={shown} />}
    </details>
  );
}
