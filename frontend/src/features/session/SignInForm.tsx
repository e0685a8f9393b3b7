import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef } from "react";
import { ApiError } from "@/api/client";
import { signIn } from "@/api/session";
import type { Session } from "@/api/types";
import { entryMessages } from "@/app/messages/entry";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Message } from "@/ui/Message";
import { PasswordField } from "@/ui/PasswordField";
import styles from "./SignInForm.module.css";

const m = entryMessages.session;

type Props = {
  email: string;
  password?: string;
  /** The account is given and stays: only the password is asked for. */
  fixedEmail?: boolean;
  onSignedIn: (session: Session) => void;
};

export function SignInForm({ email, password = "", fixedEmail = false, onSignedIn }: Props) {
  const error = useRef<HTMLDivElement>(null);
  const attempt = useMutation({
    mutationFn: (given: { email: string; password: string }) => signIn(given.email, given.password),
    onSuccess: onSignedIn,
  });
  useEffect(() => {
    if (attempt.failureCount > 0) error.current?.focus();
  }, [attempt.failureCount]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (attempt.isPending) return;
    const form = new FormData(event.currentTarget);
    attempt.mutate({
      email: String(form.get("email")).trim(),
      password: String(form.get("password")),
    });
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      {attempt.isError && (
        <Message tone="error" ref={error}>
          {explain(attempt.error)}
        </Message>
      )}
      <Field
        label={m.email}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email}
        readOnly={fixedEmail}
        required
      />
      <PasswordField
        label={m.password}
        name="password"
        autoComplete="current-password"
        data-autofocus
        defaultValue={password}
        required
        words={m}
      />
      <Button type="submit" variant="primary" busy={attempt.isPending} className={styles.submit}>
        {attempt.isPending ? m.signingIn : m.signIn}
      </Button>
    </form>
  );
}

function explain(error: Error): string {
  if (!(error instanceof ApiError)) return error.message;
  if (error.status === 429) return m.tooMany(error.retryAfter);
  if (error.code === "wrong_credentials") return m.mismatch;
  if (error.isUnreachable) return m.unreachable;
  return error.message;
}
