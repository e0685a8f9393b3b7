import { useRef, useState } from "react";
import type { NewToken, Token } from "@/api/types";
import { panelMessages } from "@/app/messages/panels";
import { Panel } from "@/ui/Panel";
import { NewTokenForm } from "./NewTokenForm";
import { NewTokenSecret } from "./NewTokenSecret";
import { RevokeDialog } from "./RevokeDialog";
import { TokenList } from "./TokenList";
import styles from "./Tokens.module.css";

const m = panelMessages.account;

export function Tokens() {
  const [created, setCreated] = useState<NewToken | null>(null);
  const [leaving, setLeaving] = useState<Token | null>(null);
  const [revoked, setRevoked] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const putAway = () => {
    setCreated(null);
    list.current?.focus();
  };
  const afterRevoking = ({ id, name }: Token) => {
    setLeaving(null);
    setRevoked(m.revoked(name));
    if (created?.id === id) setCreated(null);
    // The row with the button that opened the dialog is gone.
    list.current?.focus();
  };
  return (
    <Panel title={m.tokens} text={m.tokensText}>
      {created ? (
        <NewTokenSecret token={created} onDone={putAway} />
      ) : (
        <NewTokenForm
          onCreated={(token) => {
            setRevoked("");
            setCreated(token);
          }}
        />
      )}
      <p role="status" className={revoked ? styles.notice : "visually-hidden"}>
        {revoked}
      </p>
      <div ref={list} tabIndex={-1} className={styles.list}>
        <TokenList onRevoke={setLeaving} />
      </div>
      {leaving && (
        <RevokeDialog
          token={leaving}
          onClose={() => setLeaving(null)}
          onRevoked={() => afterRevoking(leaving)}
        />
      )}
    </Panel>
  );
}
