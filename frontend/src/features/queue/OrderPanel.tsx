import { type FormEvent, useEffect, useRef, useState } from "react";
import type { QueueSettings } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { Choices } from "@/parts/settings/Choices";
import { SaveLine } from "@/parts/settings/SaveLine";
import { Field } from "@/ui/Field";
import { Panel } from "@/ui/Panel";
import { MOST_SEED, wholeNumber } from "./numbers";
import styles from "./Settings.module.css";
import { useSaving } from "./useSaving";

const m = leadMessages.queue;
const ORDERS = ["oldest", "random", "uncertain"] as const;

type Props = { slug: string; known: QueueSettings };

/** In which order articles are handed out. */
export function OrderPanel({ slug, known }: Props) {
  const [order, setOrder] = useState(known.order);
  const [typed, setTyped] = useState(String(known.seed));
  const [isChecked, check] = useState(false);
  const saving = useSaving(slug);
  const seed = wholeNumber(typed, 0, MOST_SEED);
  const isRandom = order === "random";
  const isChanged = order !== known.order || (isRandom && seed !== known.seed);

  const save = (event: FormEvent) => {
    event.preventDefault();
    check(true);
    if (!isChanged || saving.isPending) return;
    if (!isRandom) saving.mutate({ order });
    else if (seed !== undefined) saving.mutate({ order, seed });
  };
  return (
    <Panel title={m.orderTitle} text={m.orderText}>
      <form className={styles.form} onSubmit={save} noValidate>
        <Choices
          legend={m.orderLegend}
          chosen={order}
          onChoose={setOrder}
          choices={ORDERS.map((value) => ({
            value,
            ...m.orders[value],
            more: value === "random" && (
              <Field
                label={m.seed}
                hint={m.seedHint}
                error={isChecked && seed === undefined ? m.seedWrong(MOST_SEED) : undefined}
                inputMode="numeric"
                className={styles.number}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            ),
          }))}
        />
        <SaveLine
          isChanged={isChanged}
          isSaving={saving.isPending}
          isSaved={saving.isSuccess}
          problem={saving.problem}
        />
      </form>
      <Ranking isRanking={known.is_ranking} />
    </Panel>
  );
}

/** Say while the articles are being put in order, and when that is done. */
function Ranking({ isRanking }: { isRanking: boolean }) {
  const was = useRef(isRanking);
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (was.current && !isRanking) setDone(true);
    if (isRanking) setDone(false);
    was.current = isRanking;
  }, [isRanking]);
  return (
    <p role="status" className={styles.ranking}>
      {isRanking ? m.ranking : isDone && m.ranked}
    </p>
  );
}
