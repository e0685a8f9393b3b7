import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { entryMessages } from "@/app/messages/entry";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Message } from "@/ui/Message";
import { PasswordField } from "@/ui/PasswordField";
import { type Account, type Problems, problemsOf, readAccount, refusedFields } from "./account";
import styles from "./Entry.module.css";

const m = entryMessages.account;

type Props = {
  /** The address, where it is given and stays. */
  email?: string;
  labels: { submit: string; busy: string };
  isBusy: boolean;
  error: Error | null;
  /** What is said of an error that is about no field. */
  explain: (error: Error) => ReactNode;
  onSubmit: (account: Account) => void;
};

/** Name, address and password of somebody new. */
export function AccountForm({ email = "", labels, isBusy, error, explain, onSubmit }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const message = useRef<HTMLDivElement>(null);
  const [missing, setMissing] = useState<Problems>({});
  const problems: Problems = { ...refusedFields(error), ...missing };
  const isWrong = Object.keys(problems).length > 0;
  useEffect(() => {
    if (error) focusOnProblem(form.current, message.current, refusedFields(error));
  }, [error]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const account = readAccount(event.currentTarget);
    const found = problemsOf(account);
    setMissing(found);
    if (Object.keys(found).length === 0) onSubmit(account);
    else focusOnProblem(event.currentTarget, null, found);
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {error && !isWrong && (
        <Message tone="error" ref={message}>
          {explain(error)}
        </Message>
      )}
      {isWrong && (
        <p role="alert" className="visually-hidden">
          {m.wrongFields}
        </p>
      )}
      <Field
        label={m.name}
        hint={m.nameHint}
        name="name"
        autoComplete="name"
        maxLength={100}
        dir="auto"
        error={problems.name}
        required
      />
      <Field
        label={m.email}
        hint={email && entryMessages.join.fixedEmail}
        name="email"
        type="email"
        autoComplete="username"
        maxLength={254}
        defaultValue={email}
        readOnly={email !== ""}
        error={problems.email}
        required
      />
      <PasswordField
        label={m.password}
        hint={problems.password ? undefined : m.passwordHint}
        name="password"
        autoComplete="new-password"
        maxLength={1000}
        error={problems.password}
        required
        words={entryMessages.session}
      />
      <Button type="submit" variant="primary" busy={isBusy} className={styles.wide}>
        {isBusy ? labels.busy : labels.submit}
      </Button>
    </form>
  );
}

/** Go to the first field that is wrong, else to the message. */
function focusOnProblem(
  form: HTMLFormElement | null,
  message: HTMLElement | null,
  problems: Problems,
): void {
  const [first] = Object.keys(problems);
  if (first) form?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  else message?.focus();
}
