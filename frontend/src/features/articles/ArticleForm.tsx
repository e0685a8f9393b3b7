import { useEffect, useId, useRef } from "react";
import { messages } from "@/app/messages";
import { Field } from "@/ui/Field";
import { Message } from "@/ui/Message";
import styles from "./ArticleForm.module.css";
import type { Draft } from "./draft";
import type { FieldName, Refusal } from "./refusal";
import { SourceField } from "./SourceField";

const m = messages.articles;

const LABELS: Record<FieldName, string> = {
  text: m.text,
  title: m.titleField,
  outlet: m.outlet,
  url: m.url,
  published_on: m.publishedOn,
};

type Props = {
  draft: Draft;
  refusal: Refusal | null;
  onChange: (change: Partial<Draft>) => void;
};

export function ArticleForm({ draft, refusal, onChange }: Props) {
  const id = useId();
  const problem = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) problem.current?.focus();
  }, [refusal]);
  const field = (name: Exclude<FieldName, "text">) => ({
    id: `${id}-${name}`,
    label: LABELS[name],
    error: refusal?.fields[name],
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
    aside: <span className={styles.optional}>{m.optional}</span>,
  });
  return (
    <>
      {refusal && (
        <Message tone="error" ref={problem}>
          {refusal.summary}
          <FieldLinks id={id} refusal={refusal} />
        </Message>
      )}
      <SourceField
        id={`${id}-text`}
        text={draft.text}
        file={draft.file}
        error={refusal?.fields.text}
        onChange={onChange}
      />
      <Field {...field("title")} hint={m.titleHint} dir="auto" maxLength={500} />
      <div className={styles.pair}>
        <Field {...field("outlet")} dir="auto" maxLength={200} />
        <Field {...field("published_on")} type="date" />
      </div>
      <Field {...field("url")} type="url" inputMode="url" placeholder="https://" maxLength={2000} />
    </>
  );
}

function FieldLinks({ id, refusal }: { id: string; refusal: Refusal }) {
  const names = Object.keys(LABELS).filter((name) => name in refusal.fields) as FieldName[];
  if (names.length === 0) return null;
  return (
    <ul className={styles.links}>
      {names.map((name) => (
        <li key={name}>
          <a href={`#${id}-${name}`}>{LABELS[name]}</a>
        </li>
      ))}
    </ul>
  );
}
