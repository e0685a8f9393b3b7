import { useQuery } from "@tanstack/react-query";
import X from "lucide-react/icons/x";
import {
  type ReactNode,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { ApiError } from "@/api/client";
import { guidelinesQuery } from "@/api/queries";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { revisionQuery, revisionsQuery } from "@/parts/guidelines/queries";
import { RevisionChanges } from "@/parts/guidelines/RevisionChanges";
import { type Reading, RevisionMenu } from "@/parts/guidelines/RevisionMenu";
import { Button, IconButton } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Message } from "@/ui/Message";
import styles from "./GuidePanel.module.css";
import { GuideSearch } from "./GuideSearch";
import { GuideText } from "./GuideText";
import { describeHeading, type Heading, headingsIn, placesAbout } from "./guidePlaces";

const m = panelMessages.guide;

type Props = {
  slug: string;
  /** The name of the source type that is being thought about: where the guidelines open. */
  sectionOf?: string | null;
  onClose: () => void;
};

/** The guidelines beside the question, which can still be answered. */
export function GuidePanel({ slug, sectionOf = null, onClose }: Props) {
  const current = useQuery({ ...guidelinesQuery(slug), networkMode: "always" });
  const revisions = useQuery(revisionsQuery(slug)).data ?? [];
  const [reading, setReading] = useState<Reading>({ revision: null, comparedWith: null });
  const shown = reading.revision ?? current.data?.number ?? 0;
  const other = useQuery({
    ...revisionQuery(slug, shown),
    enabled: reading.revision !== null,
  });
  const text = reading.revision === null ? current : other;
  const isMissing = current.error instanceof ApiError && current.error.status === 404;
  return (
    <Frame onClose={onClose}>
      {current.data && (
        <RevisionMenu
          revisions={revisions}
          inForce={current.data.number}
          reading={reading}
          onRead={setReading}
        />
      )}
      {text.isPending && <p>{m.loading}</p>}
      {isMissing && <p>{m.none}</p>}
      {text.isError && !isMissing && <Failed onRetry={() => void text.refetch()} />}
      {text.data &&
        (reading.comparedWith === null ? (
          <Reader text={text.data.body} sectionOf={sectionOf} onClose={onClose} />
        ) : (
          <RevisionChanges slug={slug} shown={text.data} comparedWith={reading.comparedWith} />
        ))}
    </Frame>
  );
}

type FrameProps = { onClose: () => void; children: ReactNode };

function Frame(props: FrameProps) {
  const isNarrow = useSyncExternalStore(onWidth, () => narrow.matches);
  return isNarrow ? (
    <Dialog wide title={m.title} closeLabel={messages.app.close} {...props} />
  ) : (
    <Beside {...props} />
  );
}

/** Where the card is docked: the text takes the window, and no key answers what is covered. */
const narrow = window.matchMedia("(width < 1080px)");

function onWidth(tell: () => void): () => void {
  narrow.addEventListener("change", tell);
  return () => narrow.removeEventListener("change", tell);
}

function Beside({ onClose, children }: FrameProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <aside ref={panel} tabIndex={-1} className={styles.panel} aria-label={m.title} data-scrolls>
      <header className={styles.head}>
        <h2>{m.title}</h2>
        <IconButton label={messages.app.close} onClick={onClose} className={styles.close}>
          <X size={20} aria-hidden />
        </IconButton>
      </header>
      {children}
    </aside>
  );
}

function Failed({ onRetry }: { onRetry: () => void }) {
  return (
    <Message tone="error" action={<Button onClick={onRetry}>{messages.app.tryAgain}</Button>}>
      {m.failed}
    </Message>
  );
}

type ReaderProps = { text: string; sectionOf: string | null; onClose: () => void };

/** The text with its contents, opened where it is about a source type, and what is looked for. */
function Reader({ text, sectionOf, onClose }: ReaderProps) {
  const box = useRef<HTMLDivElement>(null);
  const hasOpened = useRef(false);
  const [headings, setHeadings] = useState<readonly Heading[]>([]);
  const [query, setQuery] = useState("");
  const [count, setCount] = useState(0);
  const [current, setCurrent] = useState(0);
  const wanted = useDeferredValue(query);

  const onShown = () => {
    if (!box.current) return;
    const found = headingsIn(box.current).map(describeHeading);
    setHeadings((known) => (JSON.stringify(known) === JSON.stringify(found) ? known : found));
    setCount(box.current.querySelectorAll("mark").length);
    if (hasOpened.current || !sectionOf) return;
    hasOpened.current = true;
    showPlaces(placesAbout(box.current, sectionOf));
  };
  useEffect(() => {
    if (wanted && count > 0) {
      box.current?.querySelectorAll("mark")[current]?.scrollIntoView?.({ block: "center" });
    }
  }, [wanted, current, count]);
  return (
    <>
      <GuideSearch
        query={query}
        at={current}
        count={count}
        onSearch={(next) => {
          setQuery(next);
          setCurrent(0);
        }}
        onStep={(by) => count > 0 && setCurrent((current + by + count) % count)}
        onClose={onClose}
      />
      <Contents headings={headings} onGo={(index) => goTo(box.current, index)} />
      <div ref={box} className={styles.text}>
        <GuideText text={text} found={{ text: wanted, current }} onShown={onShown} />
      </div>
    </>
  );
}

type ContentsProps = { headings: readonly Heading[]; onGo: (index: number) => void };

function Contents({ headings, onGo }: ContentsProps) {
  if (headings.length < 2) return null;
  const top = Math.min(...headings.map(({ level }) => level));
  return (
    <details className={styles.contents}>
      <summary>{m.contents}</summary>
      <ol>
        {headings.map(({ text, level }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two headings may say the same
          <li key={index} style={{ paddingInlineStart: (level - top) * 16 }}>
            <button type="button" onClick={() => onGo(index)}>
              {text}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}

function showPlaces(places: readonly HTMLElement[]): void {
  for (const place of places) place.dataset.here = "";
  const [first] = places;
  const isHeading = /^H\d$/.test(first?.tagName ?? "");
  first?.scrollIntoView?.({ block: isHeading ? "start" : "center" });
}

function goTo(box: HTMLElement | null, index: number): void {
  const heading = box && headingsIn(box)[index];
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView?.({ block: "start" });
}
