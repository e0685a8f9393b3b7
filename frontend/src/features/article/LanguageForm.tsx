import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Article } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { LanguageField } from "@/ui/LanguageField";
import { Message } from "@/ui/Message";
import styles from "./Facts.module.css";
import { useSavingLanguage } from "./useSavingLanguage";

const { articles, queue } = leadMessages;
const m = leadMessages.article.language;

type Props = { article: Article; onSaved: () => void; onCancel: () => void };

/** The language of an article by its tag, to be changed by its lead. */
export function LanguageForm({ article, onSaved, onCancel }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [tag, type] = useState(article.language);
  const { mutate, reset, isPending, isWrong, problem } = useSavingLanguage(article);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  useEffect(() => {
    if (isWrong) field.current?.focus();
  }, [isWrong]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) mutate(tag.trim(), { onSuccess: onSaved });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    >
      <LanguageField
        ref={field}
        label={articles.language}
        hint={`${articles.languageHint} ${m.effect}`}
        error={isWrong ? m.wrong : undefined}
        autoComplete="off"
        value={tag}
        onChange={(event) => {
          type(event.target.value);
          reset();
        }}
      />
      {problem && <Message tone="error">{problem}</Message>}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={isPending}>
          {isPending ? queue.saving : queue.save}
        </Button>
        <Button onClick={onCancel}>{articles.cancel}</Button>
      </div>
    </form>
  );
}
