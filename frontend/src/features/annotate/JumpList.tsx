import { useQuery } from "@tanstack/react-query";
import FlagIcon from "lucide-react/icons/flag";
import { type KeyboardEvent, memo, useId, useMemo, useRef, useState } from "react";
import { projectQuery } from "@/api/queries";
import type { Article, Claim } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { classes } from "@/lib/classes";
import { folded } from "@/lib/fuzzy";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Key } from "@/ui/Key";
import { TypeMark } from "@/ui/TypeMark";
import styles from "./JumpList.module.css";
import { type Mark, wordsOf } from "./marks";
import type { Session } from "./state";
import { useWindow } from "./useWindow";

const m = panelMessages.jump;
const PAGE = 8;
/** As JumpList.module.css has it. */
const ROW_HEIGHT = 58;

type Props = {
  article: Article;
  marks: readonly Mark[];
  session: Pick<Session, "answers" | "selection" | "current">;
  onGo: (index: number) => void;
  onToggle: (claim: number) => void;
  onClose: () => void;
};

type Row = {
  readonly claim: Claim;
  readonly index: number;
  readonly mark: Mark;
  readonly words: string;
  readonly text: string;
};

/** The claims of the article, to go to one of them or to select several. */
export function JumpList({ article, marks, session, onGo, onToggle, onClose }: Props) {
  const [query, setQuery] = useState("");
  const [chosen, choose] = useState(session.current);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const rows = useRows(article, marks, session);
  const found = useMemo(() => filtered(rows, query), [rows, query]);
  const active = found.find(({ index }) => index === chosen) ?? found[0];
  const nameOf = (row: Row) => `${id}-${row.index}`;

  const { from, to, look } = useWindow(list, {
    length: found.length,
    active: active ? found.indexOf(active) : 0,
    rowHeight: ROW_HEIGHT,
  });

  const go = (row: Row | undefined) => {
    if (!row) return;
    onClose();
    onGo(row.index);
  };
  const move = (key: string): boolean => {
    const at = active ? found.indexOf(active) : -1;
    const to = goal(key, at, found.length);
    const row = to === null ? undefined : found[to];
    if (row) choose(row.index);
    return row !== undefined;
  };
  const pressInField = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") go(active);
    else if (event.key === "Home" || event.key === "End" || !move(event.key)) return;
    event.preventDefault();
  };
  const pressInList = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") go(active);
    else if (event.key === " " && active) onToggle(active.claim.id);
    else if (/^[^\s]$/u.test(event.key)) {
      // What is typed is looked for, without going to the field first.
      setQuery((typed) => typed + event.key);
      field.current?.focus();
    } else if (!move(event.key)) return;
    event.preventDefault();
  };
  return (
    <Dialog title={m.title} closeLabel={messages.app.close} onClose={onClose} wide>
      <div className={styles.top}>
        <input
          ref={field}
          type="text"
          role="combobox"
          className={styles.filter}
          aria-label={m.filter}
          aria-expanded={found.length > 0}
          aria-controls={found.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={active && nameOf(active)}
          placeholder={m.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={pressInField}
        />
        <p role="status" className={styles.count}>
          {m.shown(found.length, rows.length)}
          {session.selection.size > 0 && `, ${m.selected(session.selection.size)}`}
        </p>
      </div>
      {found.length > 0 ? (
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={m.list}
          aria-multiselectable
          aria-activedescendant={active && nameOf(active)}
          tabIndex={0}
          className={styles.list}
          dir={article.direction}
          onKeyDown={pressInList}
          onScroll={look}
          data-autofocus
        >
          <div
            role="presentation"
            style={{ paddingTop: from * ROW_HEIGHT, height: found.length * ROW_HEIGHT }}
          >
            {found.slice(from, to).map((row, index) => (
              <Option
                key={row.claim.id}
                id={nameOf(row)}
                row={row}
                language={article.language}
                place={from + index + 1}
                of={found.length}
                isActive={row === active}
                isCurrent={row.index === session.current}
                onGo={go}
                onToggle={onToggle}
              />
            ))}
          </div>
        </div>
      ) : (
        <div className={classes(styles.list, styles.none)}>
          <p>{m.none}</p>
          <Button
            onClick={() => {
              setQuery("");
              field.current?.focus();
            }}
          >
            {m.clear}
          </Button>
        </div>
      )}
      <p className={styles.hint}>{m.hint}</p>
    </Dialog>
  );
}

type OptionProps = {
  id: string;
  row: Row;
  language: string;
  place: number;
  of: number;
  isActive: boolean;
  isCurrent: boolean;
  onGo: (row: Row) => void;
  onToggle: (claim: number) => void;
};

const Option = memo(
  function Option(props: OptionProps) {
    const { id, row, language, place, of, isActive, isCurrent, onGo, onToggle } = props;
    const { claim, mark, words } = row;
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-label={mark.label}
        aria-selected={mark.isSelected}
        aria-posinset={place}
        aria-setsize={of}
        aria-current={isCurrent || undefined}
        data-active={isActive || undefined}
        className={classes(styles.option, isActive && styles.active)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          const isBox = (event.target as Element).closest("[data-box]") !== null;
          if (isBox || event.shiftKey) onToggle(claim.id);
          else onGo(row);
        }}
      >
        <span data-box className={styles.boxArea}>
          <span className={styles.box} aria-hidden />
        </span>
        <span className={styles.number}>
          <Key solid={isCurrent}>{claim.number}</Key>
        </span>
        <span className={styles.body}>
          <span className={styles.quote} lang={language || undefined}>
            {claim.quote}
          </span>
          <span className={styles.state}>
            {mark.color && <TypeMark color={mark.color} />}
            <span>{words}</span>
            {mark.isFlagged && (
              <span className={styles.flag}>
                <FlagIcon size={13} aria-hidden /> {m.flagged}
              </span>
            )}
            {isCurrent && <span>{m.current}</span>}
          </span>
        </span>
      </div>
    );
  },
  // Handlers are made anew with every drawing, and do the same.
  (one, other) =>
    one.row === other.row &&
    one.place === other.place &&
    one.of === other.of &&
    one.isActive === other.isActive &&
    one.isCurrent === other.isCurrent,
);

function useRows(article: Article, marks: readonly Mark[], { answers }: Props["session"]): Row[] {
  const { data: project } = useQuery({ ...projectQuery(article.project), staleTime: Infinity });
  const known = useRef(new Map<number, Row>());
  return useMemo(
    () =>
      article.claims.flatMap((claim, index) => {
        const mark = marks[index];
        if (!mark) return [];
        const words = project ? wordsOf(answers.get(claim.id), project) : "";
        const before = known.current.get(claim.id);
        if (before?.mark === mark && before.words === words) return [before];
        const row = { claim, index, mark, words, text: textOf(claim, mark, words) };
        known.current.set(claim.id, row);
        return [row];
      }),
    [article, marks, answers, project],
  );
}

function textOf(claim: Claim, mark: Mark, words: string): string {
  const state = { pending: m.words.open, answered: m.words.answered, skipped: m.words.skipped };
  const flagged = mark.isFlagged ? m.words.flagged : "";
  return folded([claim.number, state[mark.state], flagged, words, claim.quote].join(" "));
}

/** Keep the claims in which each word is found; a number alone is the claim's. */
function filtered(rows: readonly Row[], query: string): readonly Row[] {
  const wanted = folded(query).split(/\s+/).filter(Boolean);
  const [only] = wanted;
  if (only === undefined) return rows;
  if (wanted.length === 1 && /^\d+$/.test(only)) {
    return rows.filter(({ claim }) => String(claim.number).startsWith(only));
  }
  const { open, flagged } = m.words;
  return rows.filter(({ text, mark }) =>
    wanted.every((word) => {
      if (word === folded(open)) return mark.state === "pending";
      if (word === folded(flagged)) return mark.isFlagged;
      return text.includes(word);
    }),
  );
}

function goal(key: string, at: number, length: number): number | null {
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: length - 1,
  };
  const to = goals[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), length - 1);
}
