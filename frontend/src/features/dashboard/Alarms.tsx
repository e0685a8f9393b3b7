import { useState } from "react";
import type { Alarm } from "@/api/types";
import { Message } from "@/ui/Message";
import styles from "./Alarms.module.css";
import { alarmWords } from "./words";

const TONES = { failed: "error", difference: "warn" } as const satisfies Record<
  Alarm["kind"],
  string
>;

/** What is wrong with the agreement; read out only if it comes up while the page is open. */
export function Alarms({ alarms }: { alarms: readonly Alarm[] }) {
  const [atFirst] = useState(() => new Set(alarms.map(keyOf)));
  return (
    <div className={styles.alarms}>
      {alarms.map((alarm) => {
        const { title, text } = alarmWords(alarm);
        const key = keyOf(alarm);
        return (
          <Message key={key} tone={TONES[alarm.kind]} role={atFirst.has(key) ? "note" : "alert"}>
            <strong className={styles.title}>{title}</strong>
            <span className={styles.text}>{text}</span>
          </Message>
        );
      })}
    </div>
  );
}

const keyOf = ({ kind, raised_at }: Alarm) => `${kind} ${raised_at}`;
