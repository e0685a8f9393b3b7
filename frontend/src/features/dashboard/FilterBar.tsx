import { useQuery } from "@tanstack/react-query";
import { useLocation } from "wouter";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { figuresMessages } from "@/app/messages/figures";
import { FilterRow } from "@/parts/filters/FilterRow";
import { type Filters, NO_FILTERS, searchOf } from "@/parts/scope/filters";
import type { Scope } from "@/parts/scope/scope";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { ProgressBar } from "@/ui/ProgressBar";
import styles from "./FilterBar.module.css";
import { annotatorChoices } from "./filterChoices";
import { LabelsFilter } from "./LabelsFilter";
import { choicesQuery } from "./panelQueries";

const m = figuresMessages.filters;

type Props = {
  project: Project;
  scope: Scope;
  /** Whether figures are shown: until those of the scope are there, the ones before. */
  isShown: boolean;
};

/** Which answers the figures are of. It is all in the address, so a link shows the same. */
export function FilterBar({ project, scope, isShown }: Props) {
  const { filters } = scope;
  const [path, go] = useLocation();
  const choices = useQuery(choicesQuery(project.slug));
  const change = (changes: Partial<Filters>) => {
    const search = searchOf({ ...filters, ...changes });
    if (search !== scope.search) go(`${path}${search}`);
  };
  const doesMap = project.source_types.some((type) => type.maps_to !== null);
  return (
    <section className={styles.bar} aria-label={m.title}>
      <FilterRow
        choices={choices}
        annotators={annotatorChoices(choices.data, filters.annotators)}
        filters={filters}
        onChange={change}
        onClear={scope.search ? () => change(NO_FILTERS) : null}
      >
        {(doesMap || filters.labels === "collapsed") && (
          <LabelsFilter labels={filters.labels} onChange={(labels) => change({ labels })} />
        )}
      </FilterRow>
      <Counting scope={scope} isShown={isShown} />
    </section>
  );
}

/** How far the chosen answers are counted. */
function Counting({ scope, isShown }: Pick<Props, "scope" | "isShown">) {
  const { selection, isReady } = scope;
  if (scope.isError && !isReady) {
    return (
      <Message
        tone="error"
        action={
          <Button busy={scope.isFetching} onClick={scope.refetch}>
            {messages.app.tryAgain}
          </Button>
        }
      >
        {m.failed}
      </Message>
    );
  }
  if (scope.scope === "all") return <p role="status" className="visually-hidden" />;
  const { articles = 0, articles_done: done = 0 } = selection ?? {};
  return (
    <div className={styles.counting}>
      <p role="status">{isReady ? countedText(scope) : countingText(isShown)}</p>
      {!isReady && articles > 0 && (
        <>
          <ProgressBar value={done} max={articles} label={m.progress} className={styles.progress} />
          <span>{m.countingOf(done, articles)}</span>
        </>
      )}
    </div>
  );
}

const countedText = ({ selection }: Scope) => (selection?.is_current ? m.counted : m.behind);

const countingText = (isShown: boolean) => (isShown ? m.countingOld : m.counting);
