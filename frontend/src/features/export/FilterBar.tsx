import { useQuery } from "@tanstack/react-query";
import { messages } from "@/app/messages";
import { exportMessages } from "@/app/messages/export";
import { figuresMessages } from "@/app/messages/figures";
import { ChoiceFilter } from "@/parts/filters/ChoiceFilter";
import { outletChoices, revisionChoices } from "@/parts/filters/choices";
import { PeriodFilter } from "@/parts/filters/PeriodFilter";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { ClaimsFilter } from "./ClaimsFilter";
import { type Filters, isFiltered, NO_FILTERS } from "./choice";
import styles from "./FilterBar.module.css";
import { annotatorChoices } from "./filterChoices";
import { choicesQuery } from "./queries";

const m = figuresMessages.filters;

type Props = { slug: string; filters: Filters; onChange: (changes: Partial<Filters>) => void };

/** Which answers are exported, now or as a snapshot. */
export function FilterBar({ slug, filters, onChange }: Props) {
  const choices = useQuery(choicesQuery(slug));
  const { first_day: first = null, last_day: last = null } = choices.data ?? {};
  return (
    <section className={styles.bar} aria-label={m.title}>
      <div className={styles.filters}>
        <PeriodFilter filters={filters} first={first} last={last} onChange={onChange} />
        <ChoiceFilter
          title={m.revisions}
          choices={revisionChoices(choices.data, filters.revisions)}
          chosen={filters.revisions}
          onChange={(revisions) => onChange({ revisions })}
        />
        <ChoiceFilter
          title={m.annotators}
          choices={annotatorChoices(choices.data, filters.annotators)}
          chosen={filters.annotators}
          onChange={(annotators) => onChange({ annotators })}
        />
        <ChoiceFilter
          title={m.outlets}
          choices={outletChoices(choices.data, filters.outlets)}
          chosen={filters.outlets}
          onChange={(outlets) => onChange({ outlets })}
        />
        <ClaimsFilter filters={filters} onChange={onChange} />
        {isFiltered(filters) && (
          <Button variant="quiet" className={styles.clear} onClick={() => onChange(NO_FILTERS)}>
            {m.clear}
          </Button>
        )}
      </div>
      <p className={styles.hint}>{exportMessages.filtersText}</p>
      {choices.isError && !choices.data && (
        <Message
          tone="error"
          action={
            <Button busy={choices.isFetching} onClick={() => void choices.refetch()}>
              {messages.app.tryAgain}
            </Button>
          }
        >
          {m.failedChoices}
        </Message>
      )}
    </section>
  );
}
