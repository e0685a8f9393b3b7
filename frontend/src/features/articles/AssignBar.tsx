import { useQuery } from "@tanstack/react-query";
import X from "lucide-react/icons/x";
import { type FormEvent, useId, useState } from "react";
import { peopleQuery } from "@/api/queries";
import { leadMessages } from "@/app/messages/leads";
import { Button, IconButton } from "@/ui/Button";
import styles from "./AssignBar.module.css";

const m = leadMessages.assigning;

type Props = {
  slug: string;
  count: number;
  isBusy: boolean;
  onAssign: (to: { id: number; name: string }) => void;
  onClear: () => void;
};

/** What can be done with the articles that are selected: give them to somebody. */
export function AssignBar({ slug, count, isBusy, onAssign, onClear }: Props) {
  const id = useId();
  const people = useQuery(peopleQuery(slug));
  const [chosen, choose] = useState("");
  const [isMissing, setMissing] = useState(false);
  const assign = (event: FormEvent) => {
    event.preventDefault();
    const person = people.data?.annotators.find((one) => String(one.id) === chosen);
    setMissing(!person);
    if (person && !isBusy) onAssign(person);
  };
  const problem = people.isError ? m.noPeople : isMissing ? m.needsPerson : "";
  return (
    <form className={styles.bar} aria-label={m.bar} onSubmit={assign} noValidate>
      <p className={styles.count} role="status">
        {m.selected(count)}
      </p>
      <div className={styles.choice}>
        <label htmlFor={id}>{m.to}</label>
        <select
          id={id}
          value={chosen}
          aria-invalid={isMissing || undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          className={styles.select}
          onChange={(event) => {
            choose(event.target.value);
            setMissing(false);
          }}
        >
          <option value="">{m.choose}</option>
          {people.data?.annotators
            .filter((one) => one.role !== "viewer")
            .map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
        </select>
        <Button type="submit" variant="primary" busy={isBusy}>
          {isBusy ? m.assigning : m.assign}
        </Button>
      </div>
      <IconButton label={m.clear} onClick={onClear} className={styles.clear}>
        <X size={20} aria-hidden />
      </IconButton>
      {problem && (
        <p id={`${id}-problem`} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </form>
  );
}
