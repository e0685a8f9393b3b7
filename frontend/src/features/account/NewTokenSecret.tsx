import { useEffect, useRef } from "react";
import type { NewToken } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { Snippet } from "@/ui/Snippet";
import styles from "./NewTokenSecret.module.css";

const m = panelMessages.account;

/** The secret of a new token, until its owner says that it is copied. */
export function NewTokenSecret({ token, onDone }: { token: NewToken; onDone: () => void }) {
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => message.current?.focus(), []);
  const words = {
    copyLabel: messages.app.copy,
    copiedLabel: messages.app.copied,
    failedLabel: messages.app.copyFailed,
  };
  return (
    <div className={styles.secret}>
      <Message tone="ok" ref={message}>
        <strong>{m.createdTitle(token.name)}</strong>
        <br />
        {m.createdText}
      </Message>
      <Snippet label={m.secret} text={token.token} {...words} />
      <Snippet label={m.example} text={exampleFor(token)} {...words} />
      <div>
        <Button onClick={onDone}>{m.done}</Button>
      </div>
    </div>
  );
}

function exampleFor({ token, project }: NewToken): string {
  const path = project === null ? "" : `${project}/`;
  return `curl -H "Authorization: Bearer ${token}" \\\n  ${location.origin}/api/v1/projects/${path}`;
}
