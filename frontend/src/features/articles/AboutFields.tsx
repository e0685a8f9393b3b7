import { useEffect, useId, useRef } from "react";
import { leadMessages } from "@/app/messages/leads";
import { Field } from "@/ui/Field";
import { LanguageField } from "@/ui/LanguageField";
import { Message } from "@/ui/Message";
import styles from "./AboutFields.module.css";
import type { FieldName, Refusal } from "./refusal";
import type { About } from "./requests";

const m = leadMessages.articles;

const LABELS: Record<Exclude<FieldName, "text">, string> = {
  title: m.titleField,
  outlet: m.outlet,
  author: m.author,
  published_on: m.publishedOn,
  url: m.url,
  language: m.language,
};

type Props = {
  about: About;
  refusal: Refusal | null;
  onChange: (change: Partial<About>) => void;
};

/** What is known of an article, as found; all of it can be changed. */
export function AboutFields({ about, refusal, onChange }: Props) {
  const id = useId();
  const problem = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) problem.current?.focus();
  }, [refusal]);
  const field = (name: keyof About) => ({
    id: `${id}-${name}`,
    label: LABELS[name],
    error: refusal?.fields[name],
    value: about[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  const wrong = Object.keys(LABELS).filter((name) => refusal && name in refusal.fields);
  return (
    <>
      {refusal && (
        <Message tone="error" ref={problem}>
          {refusal.summary}
          {wrong.length > 0 && (
            <ul className={styles.links}>
              {wrong.map((name) => (
                <li key={name}>
                  <a href={`#${id}-${name}`}>{LABELS[name as keyof About]}</a>
                </li>
              ))}
            </ul>
          )}
        </Message>
      )}
      <fieldset className={styles.about}>
        <legend className="visually-hidden">{m.about}</legend>
        <div className={styles.wide}>
          <Field {...field("title")} dir="auto" maxLength={500} className={styles.title} />
        </div>
        <Field {...field("outlet")} dir="auto" maxLength={200} />
        <Field {...field("author")} dir="auto" maxLength={200} />
        <Field {...field("published_on")} type="date" />
        <LanguageField {...field("language")} hint={m.languageHint} />
        <Field
          {...field("url")}
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={2000}
        />
      </fieldset>
    </>
  );
}
