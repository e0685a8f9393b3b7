import { useState } from "react";
import type { NewToken, Token } from "@/api/types";
import { panelMessages } from "@/app/messages/panels";
import { Panel } from "@/ui/Panel";
import { useNotice } from "@/ui/useNotice";
import { NewTokenForm } from "./NewTokenForm";
import { NewTokenSecret } from "./NewTokenSecret";
import { RevokeDialog } from "./RevokeDialog";
import { TokenList } from "./TokenList";
import styles from "./Tokens.module.css";

const m = panelMessages.account;

export function Tokens() {
  const [created, setCreated] = useState<NewToken | null>(null);
  const [leaving, setLeaving] = useState<Token | null>(null);
  const { place, notice, tell } = useNotice();
  const putAway = () => {
    setCreated(null);
    place.current?.focus();
  };
  const afterRevoking = ({ id, name }: Token) => {
    tell(m.revoked(name));
    setLeaving(null);
    if (created?.id === id) setCreated(null);
  };
  return (
    <Panel title={m.tokens} text={m.tokensText}>
      {created ? (
        <NewTokenSecret token={created} onDone={putAway} />
      ) : (
        <NewTokenForm
          onCreated={(token) => {
            tell("");
            setCreated(token);
          }}
        />
      )}
      <div ref={place} tabIndex={-1} className={styles.list}>
        <p role="status" className={notice ? styles.notice : "visually-hidden"}>
          {notice}
        </p>
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
