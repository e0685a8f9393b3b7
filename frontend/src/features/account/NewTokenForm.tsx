import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { ApiError } from "@/api/client";
import type { NewToken } from "@/api/types";
import { panelMessages } from "@/app/messages/panels";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Message } from "@/ui/Message";
import styles from "./NewTokenForm.module.css";
import { createToken, tokensQuery } from "./queries";

const m = panelMessages.account;

export function NewTokenForm({ onCreated }: { onCreated: (token: NewToken) => void }) {
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string>();
  const making = useMutation({
    mutationFn: createToken,
    onSuccess: (token) => {
      void queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
      onCreated(token);
    },
    onError: (error) => point(nameProblem(error)),
  });
  const point = (text: string | undefined) => {
    setProblem(text);
    if (text) input.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (making.isPending) return;
    const given = name.trim();
    point(given ? undefined : m.needsName);
    if (given) making.mutate(given);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {making.isError && !problem && <Message tone="error">{m.failedCreate}</Message>}
      <div className={styles.row}>
        <Field
          ref={input}
          label={m.tokenName}
          hint={m.tokenNameHint}
          error={problem}
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" variant="primary" busy={making.isPending} className={styles.submit}>
          {making.isPending ? m.creating : m.create}
        </Button>
      </div>
    </form>
  );
}

function nameProblem(error: Error): string | undefined {
  return error instanceof ApiError ? error.fields.name?.join(" ") : undefined;
}
