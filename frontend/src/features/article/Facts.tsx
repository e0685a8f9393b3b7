import { useId, useRef, useState } from "react";
import type { Article } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { languageName } from "@/lib/languageName";
import { date } from "@/lib/time";
import { Button } from "@/ui/Button";
import styles from "./Facts.module.css";
import { LanguageForm } from "./LanguageForm";

const m = leadMessages.article.language;
const { words, claims } = leadMessages.articles;

type Props = { article: Article; isLead: boolean };

/** What is known of an article. Its language can be missing or wrong, so a lead may change it. */
export function Facts({ article, isLead }: Props) {
  const panel = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<"rest" | "open" | "saved">("rest");
  const isOpen = state === "open";
  const close = (next: "rest" | "saved") => {
    setState(next);
    // The field or button that had the focus is gone.
    button.current?.focus();
  };
  const facts = [
    article.outlet,
    article.author,
    article.published_on && date(article.published_on),
    words(article.words),
    claims(article.claims.length),
  ];
  const language = m.is(article.language ? languageName(article.language) : m.unknown);
  return (
    <>
      <div className={styles.facts}>
        {facts.filter(Boolean).map((fact) => (
          <span key={fact} className={styles.fact}>
            {fact}
          </span>
        ))}
        <span className={styles.fact}>{language}</span>
        {isLead && (
          <Button
            ref={button}
            variant="quiet"
            className={styles.change}
            aria-label={m.changeIt}
            aria-expanded={isOpen}
            aria-controls={panel}
            onClick={() => setState(isOpen ? "rest" : "open")}
          >
            {m.change}
          </Button>
        )}
        <span role="status" className={styles.saved}>
          {state === "saved" && (
            <>
              {m.saved} <span className="visually-hidden">{language}</span>
            </>
          )}
        </span>
      </div>
      <div id={panel}>
        {isOpen && (
          <LanguageForm
            article={article}
            onSaved={() => close("saved")}
            onCancel={() => close("rest")}
          />
        )}
      </div>
    </>
  );
}
