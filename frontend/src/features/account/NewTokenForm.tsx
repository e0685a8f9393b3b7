import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { ApiError } from "@/api/client";
import type { NewToken, TokenInput, TokenScope } from "@/api/types";
import { useAllProjects } from "@/api/useAllProjects";
import { panelMessages } from "@/app/messages/panels";
import { Choices } from "@/parts/settings/Choices";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Message } from "@/ui/Message";
import { Select } from "@/ui/Select";
import { EXPIRIES, type Expiry, expiresAt, isDayToCome } from "./expiry";
import styles from "./NewTokenForm.module.css";
import { createToken, tokensQuery } from "./queries";

const m = panelMessages.account;
const SCOPES: readonly TokenScope[] = ["read", "annotate", "manage"];
const ALL = "";

type Problems = { name?: string | undefined; day?: string | undefined };

export function NewTokenForm({ onCreated }: { onCreated: (token: NewToken) => void }) {
  const queries = useQueryClient();
  const projects = useAllProjects();
  const nameField = useRef<HTMLInputElement>(null);
  const dayField = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [scope, setScope] = useState<TokenScope>("read");
  const [project, setProject] = useState(ALL);
  const [expiry, setExpiry] = useState<Expiry>("quarter");
  const [day, setDay] = useState("");
  const [problems, setProblems] = useState<Problems>({});
  const making = useMutation({
    mutationFn: (given: TokenInput) => createToken(given),
    onSuccess: (token) => {
      void queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
      onCreated(token);
    },
    onError: (error) => point(problemsOf(error)),
  });
  const point = (found: Problems) => {
    setProblems(found);
    (found.name ? nameField : found.day ? dayField : null)?.current?.focus();
    return !found.name && !found.day;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (making.isPending) return;
    const now = new Date();
    const given = name.trim();
    const isFine = point({
      name: given ? undefined : m.needsName,
      day: expiry !== "day" || isDayToCome(day, now) ? undefined : m.needsDay,
    });
    if (!isFine) return;
    const expires_at = expiresAt(expiry, day, now);
    making.mutate({ name: given, scope, project: project || null, expires_at });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        <Field
          ref={nameField}
          label={m.tokenName}
          hint={m.tokenNameHint}
          error={problems.name}
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          label={m.project}
          hint={m.projectHint}
          value={project}
          options={[
            [ALL, m.allProjects],
            ...projects.map(({ slug, name: of }) => [slug, of] as const),
          ]}
          onChoose={setProject}
        />
        <Select
          label={m.expiry}
          value={expiry}
          options={EXPIRIES.map((one) => [one, m.expiries[one]])}
          onChoose={setExpiry}
        />
        {expiry === "day" && (
          <Field
            ref={dayField}
            type="date"
            label={m.lastDay}
            error={problems.day}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        )}
      </div>
      <div className={styles.scope}>
        <Choices
          legend={m.scope}
          chosen={scope}
          onChoose={setScope}
          choices={SCOPES.map((value) => ({
            value,
            name: m.scopes[value],
            hint: m.scopeHints[value],
          }))}
        />
        {making.isError && !problems.name && !problems.day && (
          <Message tone="error">{m.failedCreate}</Message>
        )}
        <div>
          <Button type="submit" variant="primary" busy={making.isPending}>
            {making.isPending ? m.creating : m.create}
          </Button>
        </div>
      </div>
    </form>
  );
}

function problemsOf(error: Error): Problems {
  if (!(error instanceof ApiError)) return {};
  const { name, expires_at } = error.fields;
  return { name: name?.join(" "), day: expires_at && m.needsDay };
}
