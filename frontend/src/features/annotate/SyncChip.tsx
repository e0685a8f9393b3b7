import Check from "lucide-react/icons/check";
import CircleAlert from "lucide-react/icons/circle-alert";
import CloudOff from "lucide-react/icons/cloud-off";
import KeyRound from "lucide-react/icons/key-round";
import { useState } from "react";
import type { AnswerOutbox, Save } from "@/api/answers";
import { announceSignedOut } from "@/api/client";
import { messages } from "@/app/messages";
import { classes } from "@/lib/classes";
import type { OutboxState } from "@/lib/outbox";
import styles from "./SyncChip.module.css";

const m = messages.annotate.sync;

type Props = { outbox: AnswerOutbox; state: OutboxState<Save>; onShowRefused: () => void };

/** Whether the answers have reached the server. It never says "saved" before that is true. */
export function SyncChip({ outbox, state, onShowRefused }: Props) {
  const { phase, pending, refused } = state;
  const waiting = pending.length;
  if (refused.length > 0) {
    return (
      <Chip tone="refused" text={m.refused(refused.length)} onPress={onShowRefused}>
        <CircleAlert size={15} aria-hidden />
      </Chip>
    );
  }
  switch (phase) {
    case "checking":
      return <Chip tone="quiet" text={m.checking} />;
    case "saving":
      return <Chip tone="quiet" text={m.saving} />;
    case "saved":
      return (
        <Chip tone="ok" text={m.saved}>
          <Check size={16} aria-hidden />
        </Chip>
      );
    case "signed_out":
      return (
        <Chip tone="warn" text={m.signedOut(waiting)} onPress={announceSignedOut}>
          <KeyRound size={15} aria-hidden />
        </Chip>
      );
    case "waiting":
    case "offline":
      return (
        <Chip
          tone="warn"
          text={phase === "waiting" ? m.waiting(waiting) : m.offline(waiting)}
          hint={m.tryNow}
          onPress={() => outbox.wake()}
        >
          <CloudOff size={15} aria-hidden />
        </Chip>
      );
  }
}

type ChipProps = {
  tone: "quiet" | "ok" | "warn" | "refused";
  text: string;
  hint?: string;
  onPress?: () => void;
  children?: React.ReactNode;
};

function Chip({ tone, text, hint, onPress, children }: ChipProps) {
  const className = classes(styles.chip, styles[tone]);
  if (!onPress) {
    return (
      <span className={className}>
        {children}
        {text}
      </span>
    );
  }
  return (
    <button type="button" className={className} title={hint} onClick={onPress}>
      {children}
      {text}
    </button>
  );
}

/** Tells a screen reader when saving stops working and when it works again; not every save. */
export function SyncAnnouncer({ state }: { state: OutboxState<Save> }) {
  const [spoken, speak] = useState({ kind: "fine", text: "" });
  const kind = kindOf(state);
  if (kind !== null && kind !== spoken.kind) speak({ kind, text: wordsOf(kind, state) });
  return (
    <p role="status" className="visually-hidden">
      {spoken.text}
    </p>
  );
}

type Kind = "fine" | "waiting" | "offline" | "signed_out" | "refused";

/** Null while it is not known how the present save will end. */
function kindOf({ phase, refused }: OutboxState<Save>): Kind | null {
  if (refused.length > 0) return "refused";
  if (phase === "saving" || phase === "checking") return null;
  return phase === "saved" ? "fine" : phase;
}

function wordsOf(kind: Kind, { pending, refused }: OutboxState<Save>): string {
  switch (kind) {
    case "fine":
      return m.savedAgain;
    case "waiting":
      return m.waiting(pending.length);
    case "offline":
      return m.offline(pending.length);
    case "signed_out":
      return m.signedOut(pending.length);
    case "refused":
      return m.refused(refused.length);
  }
}
