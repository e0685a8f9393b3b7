import { useQueryClient } from "@tanstack/react-query";
import Check from "lucide-react/icons/check";
import CircleAlert from "lucide-react/icons/circle-alert";
import CloudOff from "lucide-react/icons/cloud-off";
import GitCompare from "lucide-react/icons/git-compare";
import KeyRound from "lucide-react/icons/key-round";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { type AnswerOutbox, type AnswerState, isConflict } from "@/api/answers";
import { announceSignedOut } from "@/api/client";
import { projectQuery } from "@/api/queries";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { classes } from "@/lib/classes";
import { Lazily } from "./LazyPart";
import { parts } from "./panelParts";
import styles from "./SyncChip.module.css";
import type { AnnotateStore } from "./store";

const m = messages.sync;

type Props = { project: Project; outbox: AnswerOutbox; store: AnnotateStore };

/**
 * Whether the answers have reached the server, and what a person must decide about them.
 *
 * It never says "saved" before that is true.
 */
export function SyncChip({ project, outbox, store }: Props) {
  const { slug } = project;
  const queries = useQueryClient();
  const state = useSyncExternalStore(outbox.subscribe, outbox.getState);
  const [open, setOpen] = useState<"changed" | "refused" | null>(null);
  const { changed, refused } = countRefused(state);
  const close = () => setOpen(null);
  const own = { project, outbox, store, onClose: close };
  // Fetched when there is need of it: when it is opened the network may be gone.
  useEffect(() => {
    if (changed > 0) void parts.changed.load();
  }, [changed]);
  useEffect(() => {
    if (refused === 0) return;
    void parts.refused.load();
    // A lead may have changed what there is to choose from.
    void queries.prefetchQuery({ ...projectQuery(slug), staleTime: 0 });
  }, [queries, slug, refused]);
  return (
    <>
      {changed > 0 && (
        <Chip tone="refused" text={m.changed(changed)} onPress={() => setOpen("changed")}>
          <GitCompare size={15} aria-hidden />
        </Chip>
      )}
      {refused > 0 && (
        <Chip tone="refused" text={m.refused(refused)} onPress={() => setOpen("refused")}>
          <CircleAlert size={15} aria-hidden />
        </Chip>
      )}
      <PhaseChip outbox={outbox} state={state} isAlone={changed + refused === 0} />
      <Announcer state={state} />
      {open === "changed" && changed > 0 && (
        <Lazily part={parts.changed} own={own} onClose={close} />
      )}
      {open === "refused" && refused > 0 && (
        <Lazily part={parts.refused} own={own} onClose={close} />
      )}
    </>
  );
}

type PhaseProps = { outbox: AnswerOutbox; state: AnswerState; isAlone: boolean };

function PhaseChip({ outbox, state, isAlone }: PhaseProps) {
  const kind = state.phase;
  switch (kind) {
    case "checking":
    case "saving":
      return isAlone && <Chip tone="quiet" text={m[kind]} />;
    case "saved":
      return (
        isAlone && (
          <Chip tone="ok" text={m.saved}>
            <Check size={16} aria-hidden />
          </Chip>
        )
      );
    case "signed_out":
      return (
        <Chip tone="warn" text={wordsOf(kind, state)} onPress={announceSignedOut}>
          <KeyRound size={15} aria-hidden />
        </Chip>
      );
    case "waiting":
    case "offline":
      return (
        <Chip tone="warn" text={wordsOf(kind, state)} hint={m.tryNow} onPress={() => outbox.wake()}>
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
  children?: ReactNode;
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
function Announcer({ state }: { state: AnswerState }) {
  const [spoken, speak] = useState({ kind: "fine", text: "" });
  const kind = kindOf(state);
  if (kind !== null && kind !== spoken.kind) speak({ kind, text: wordsOf(kind, state) });
  return (
    <p role="status" className="visually-hidden">
      {spoken.text}
    </p>
  );
}

type Kind = "fine" | "waiting" | "offline" | "signed_out" | "refused" | "changed";

/** Null while it is not known how the present save will end. */
function kindOf(state: AnswerState): Kind | null {
  const { changed, refused } = countRefused(state);
  if (changed > 0) return "changed";
  if (refused > 0) return "refused";
  if (state.phase === "saving" || state.phase === "checking") return null;
  return state.phase === "saved" ? "fine" : state.phase;
}

function wordsOf(kind: Kind, state: AnswerState): string {
  const waiting = state.pending.length;
  const { changed, refused } = countRefused(state);
  switch (kind) {
    case "fine":
      return m.savedAgain;
    case "waiting":
      return state.isDurable ? m.waiting(waiting) : m.waitingInPage(waiting);
    case "offline":
      return state.isDurable ? m.offline(waiting) : m.offlineInPage(waiting);
    case "signed_out":
      return m.signedOut(waiting);
    case "refused":
      return m.refused(refused);
    case "changed":
      return m.changed(changed);
  }
}

/** Count the claims that were changed elsewhere, and the other saves that were refused. */
function countRefused({ refused }: AnswerState): { changed: number; refused: number } {
  const conflicts = refused.filter(isConflict);
  const changed = new Set(conflicts.map(({ payload }) => payload.claim)).size;
  return { changed, refused: refused.length - conflicts.length };
}
