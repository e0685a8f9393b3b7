import { useState } from "react";
import type { Invitation } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";
import { Panel } from "@/ui/Panel";
import { InviteForm } from "./InviteForm";
import { MadeInvitation } from "./MadeInvitation";

const m = peopleMessages.people.invite;

type Props = {
  slug: string;
  /** It was opened by hand, so that the focus goes into it. */
  isAsked: boolean;
  onDone: () => void;
};

/** Invite somebody, then see the link of the invitation. */
export function InvitePanel({ slug, isAsked, onDone }: Props) {
  const [made, setMade] = useState<Invitation | null>(null);
  const [goesOn, goOn] = useState(false);
  return (
    <Panel title={m.title} text={m.text}>
      {made ? (
        <MadeInvitation
          slug={slug}
          made={made}
          onAnother={() => {
            setMade(null);
            goOn(true);
          }}
          onDone={onDone}
        />
      ) : (
        <InviteForm slug={slug} takesFocus={isAsked || goesOn} onMade={setMade} />
      )}
    </Panel>
  );
}
