import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { components } from "@/api/schema";
import { messages } from "@/app/messages";
import { figuresMessages } from "@/app/messages/figures";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { type Choice, ChoiceFilter } from "./ChoiceFilter";
import { outletChoices, revisionChoices } from "./choices";
import styles from "./FilterRow.module.css";
import { PeriodFilter } from "./PeriodFilter";

const m = figuresMessages.filters;

type Known = Pick<
  components["schemas"]["FilterChoices"],
  "revisions" | "outlets" | "first_day" | "last_day"
>;

/** Which answers are chosen; people by id or by code. */
type Filters<Annotator> = {
  since: string | null;
  until: string | null;
  revisions: readonly number[];
  annotators: readonly Annotator[];
  outlets: readonly string[];
};

type Props<Annotator> = {
  choices: UseQueryResult<Known>;
  annotators: readonly Choice<Annotator>[];
  filters: Filters<Annotator>;
  onChange: (changes: Partial<Filters<Annotator>>) => void;
  /** Takes all filters away; null where there are none. */
  onClear: (() => void) | null;
  /** Further filters. */
  children?: ReactNode;
};

/** The filters of answers, beside each other. */
export function FilterRow<Annotator extends string | number>(props: Props<Annotator>) {
  const { choices, annotators, filters, onChange, onClear, children } = props;
  const { first_day: first = null, last_day: last = null } = choices.data ?? {};
  return (
    <>
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
          choices={annotators}
          chosen={filters.annotators}
          onChange={(chosen) => onChange({ annotators: chosen })}
        />
        <ChoiceFilter
          title={m.outlets}
          choices={outletChoices(choices.data, filters.outlets)}
          chosen={filters.outlets}
          onChange={(outlets) => onChange({ outlets })}
        />
        {children}
        {onClear && (
          <Button variant="quiet" className={styles.clear} onClick={onClear}>
            {m.clear}
          </Button>
        )}
      </div>
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
    </>
  );
}
