import { useQuery } from "@tanstack/react-query";
import { exportMessages } from "@/app/messages/export";
import { figuresMessages } from "@/app/messages/figures";
import { FilterRow } from "@/parts/filters/FilterRow";
import { ClaimsFilter } from "./ClaimsFilter";
import { type Filters, isFiltered, NO_FILTERS } from "./choice";
import styles from "./FilterBar.module.css";
import { annotatorChoices } from "./filterChoices";
import { choicesQuery } from "./queries";

type Props = { slug: string; filters: Filters; onChange: (changes: Partial<Filters>) => void };

/** Which answers are exported, now or as a snapshot. */
export function FilterBar({ slug, filters, onChange }: Props) {
  const choices = useQuery(choicesQuery(slug));
  return (
    <section className={styles.bar} aria-label={figuresMessages.filters.title}>
      <FilterRow
        choices={choices}
        annotators={annotatorChoices(choices.data, filters.annotators)}
        filters={filters}
        onChange={onChange}
        onClear={isFiltered(filters) ? () => onChange(NO_FILTERS) : null}
      >
        <ClaimsFilter filters={filters} onChange={onChange} />
      </FilterRow>
      <p className={styles.hint}>{exportMessages.filtersText}</p>
    </section>
  );
}
