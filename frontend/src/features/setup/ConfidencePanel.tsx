import Plus from "lucide-react/icons/plus";
import X from "lucide-react/icons/x";
import { type FormEvent, type Ref, useEffect, useId, useRef, useState } from "react";
import { Link } from "wouter";
import type { Project } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";
import { ConfidenceScale } from "@/parts/question/ConfidenceScale";
import { SaveLine } from "@/parts/settings/SaveLine";
import { Button, IconButton } from "@/ui/Button";
import { ErrorSummary } from "@/ui/ErrorSummary";
import { Panel } from "@/ui/Panel";
import styles from "./ConfidencePanel.module.css";
import panels from "./Panels.module.css";
import { useProjectSaving } from "./saving";
import { FEWEST_POINTS, MOST_POINTS, type WordProblem, wordProblems } from "./words";

const m = setupMessages.general;

/** The words of the confidence scale; points come and go at its upper end alone. */
export function ConfidencePanel({ project }: { project: Project }) {
  const known = project.confidence_scale.map(({ word }) => word);
  const [words, setWords] = useState<readonly string[]>(known);
  const [said, say] = useState("");
  const [isChecked, check] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLInputElement>(null);
  const id = useId();
  const saving = useProjectSaving(project.slug);
  const problems = isChecked ? wordProblems(words) : [];
  const isChanged = `${words.map((word) => word.trim())}` !== `${known}`;

  const add = () => {
    setWords([...words, ""]);
    say(m.pointAdded(words.length + 1));
  };
  const remove = () => {
    setWords(words.slice(0, -1));
    say(m.pointRemoved(words.length));
  };
  useFocusOfNew(words.length, last);
  const save = (event: FormEvent) => {
    event.preventDefault();
    check(true);
    if (wordProblems(words).length > 0) {
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    if (!isChanged || saving.isPending) return;
    const sent = words.map((word) => word.trim());
    saving.mutate({ confidence_words: sent }, { onSuccess: () => setWords(sent) });
  };
  return (
    <Panel
      title={m.confidenceTitle}
      text={
        <>
          {m.confidenceText}{" "}
          <Link href={`/projects/${project.slug}/guidelines`}>{m.toGuidelines}</Link>
        </>
      }
    >
      <form className={panels.form} onSubmit={save} noValidate>
        {problems.length > 0 && (
          <ErrorSummary
            ref={summary}
            title={setupMessages.saving.problems}
            problems={problems.map(({ at, text }) => ({ field: `${id}-${at}`, text }))}
          />
        )}
        <ol className={styles.points}>
          {words.map((word, at) => {
            const isLast = at === words.length - 1;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a point is its number
              <li key={at} className={styles.point}>
                <span className={styles.number} aria-hidden>
                  {at + 1}
                </span>
                <WordField
                  id={`${id}-${at}`}
                  ref={isLast ? last : undefined}
                  at={at}
                  word={word}
                  problem={problems.find((one) => one.at === at)}
                  onChange={(given) => setWords(words.with(at, given))}
                />
                {isLast && words.length > FEWEST_POINTS && (
                  <IconButton label={m.removePoint(at + 1)} onClick={remove}>
                    <X size={18} aria-hidden />
                  </IconButton>
                )}
              </li>
            );
          })}
        </ol>
        {words.length < MOST_POINTS && (
          <Button onClick={add} className={styles.add}>
            <Plus size={16} aria-hidden />
            {m.addPoint}
          </Button>
        )}
        <p role="status" className="visually-hidden">
          {said}
        </p>
        <p className={panels.note}>
          {m.pointsStay} {words.length !== known.length && m.pointsRecount}
        </p>
        <Preview words={words} />
        <SaveLine
          isChanged={isChanged}
          isSaving={saving.isPending}
          isSaved={saving.isSuccess}
          problem={saving.problem}
        />
      </form>
    </Panel>
  );
}

/** Put the focus on the last word whenever there are more or fewer of them than before. */
function useFocusOfNew(length: number, last: { readonly current: HTMLInputElement | null }) {
  const before = useRef(length);
  useEffect(() => {
    if (before.current !== length) last.current?.focus();
    before.current = length;
  }, [length, last]);
}

type WordProps = {
  id: string;
  at: number;
  word: string;
  problem: WordProblem | undefined;
  ref: Ref<HTMLInputElement> | undefined;
  onChange: (word: string) => void;
};

function WordField({ id, at, word, problem, ref, onChange }: WordProps) {
  return (
    <span className={styles.word}>
      <input
        ref={ref}
        id={id}
        aria-label={m.point(at + 1)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-error` : undefined}
        autoComplete="off"
        className={styles.input}
        value={word}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem && (
        <span id={`${id}-error`} className={styles.error}>
          {problem.text}
        </span>
      )}
    </span>
  );
}

function Preview({ words }: { words: readonly string[] }) {
  const points = words.map((word, at) => ({ value: at + 1, word: word.trim() || "…" }));
  return (
    <div className={styles.preview}>
      <p className={styles.caption}>{m.asSeen}</p>
      {/* A picture of what annotators get: its words are in the fields above. */}
      <div inert aria-hidden>
        <ConfidenceScale points={points} chosen={null} isInForce onChoose={() => undefined} />
      </div>
    </div>
  );
}
