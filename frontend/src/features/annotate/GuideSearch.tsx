import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import type { KeyboardEvent } from "react";
import { panelMessages } from "@/app/messages/panels";
import { IconButton } from "@/ui/Button";
import styles from "./GuidePanel.module.css";

const m = panelMessages.guide;

type Props = {
  query: string;
  at: number;
  count: number;
  onSearch: (query: string) => void;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
};

/** Look for words in the guidelines: each place is marked, Enter goes from one to the next. */
export function GuideSearch({ query, at, count, onSearch, onStep, onClose }: Props) {
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape" && query) onSearch("");
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
    // A dialog around it would be closed by Escape.
    event.stopPropagation();
  };
  const isAsked = query.trim() !== "";
  return (
    <div className={styles.search}>
      <input
        type="text"
        aria-label={m.search}
        placeholder={m.search}
        title={m.searchHint}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        value={query}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={press}
      />
      <span role="status" className={styles.count}>
        {isAsked && (count > 0 ? m.matches(at + 1, count) : m.noMatch)}
      </span>
      <IconButton label={m.previousMatch} disabled={count === 0} onClick={() => onStep(-1)}>
        <ChevronUp size={18} aria-hidden />
      </IconButton>
      <IconButton label={m.nextMatch} disabled={count === 0} onClick={() => onStep(1)}>
        <ChevronDown size={18} aria-hidden />
      </IconButton>
    </div>
  );
}
