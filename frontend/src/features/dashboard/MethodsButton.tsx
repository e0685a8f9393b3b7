import { useRef, useState } from "react";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import type { Scope } from "@/parts/scope/scope";
import { CopyButton } from "@/ui/CopyButton";
import { Dialog } from "@/ui/Dialog";
import styles from "./MethodsButton.module.css";
import { fetchMethods, type Variable } from "./queries";

const m = leadMessages.dashboard;

type Props = { slug: string; variable: Variable; scope: Scope };

/** Copies a paragraph for a paper; where the browser forbids it, shows the paragraph. */
export function MethodsButton({ slug, variable, scope }: Props) {
  const fetched = useRef<string | null>(null);
  const [byHand, showByHand] = useState<string | null>(null);
  const fetchText = async () => {
    fetched.current = null;
    fetched.current = await fetchMethods(slug, variable, scope);
    return fetched.current;
  };
  return (
    <>
      <CopyButton
        variant="quiet"
        className={styles.button}
        text={fetchText}
        label={m.copyMethods}
        description={m.figures[variable]}
        copiedLabel={messages.app.copied}
        failedLabel={m.copyMethodsFailed}
        onFailed={() => showByHand(fetched.current)}
      />
      {byHand && (
        <Dialog
          title={m.methodsTitle}
          closeLabel={messages.app.close}
          onClose={() => showByHand(null)}
        >
          <p className={styles.hint}>{m.methodsByHand}</p>
          <blockquote className={styles.text}>{byHand}</blockquote>
          <CopyButton
            text={byHand}
            label={messages.app.copy}
            copiedLabel={messages.app.copied}
            failedLabel={messages.app.copyFailed}
          />
        </Dialog>
      )}
    </>
  );
}
