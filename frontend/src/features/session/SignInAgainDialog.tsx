import { messages } from "@/app/messages";
import { entryMessages } from "@/app/messages/entry";
import { Dialog } from "@/ui/Dialog";
import styles from "./SignInAgainDialog.module.css";
import { SignInForm } from "./SignInForm";

const m = entryMessages.session;

type Props = { email: string; onClose: () => void; onSignedIn: () => void };

/** Ask for the password again over the screen, so that work goes on where it was. */
export function SignInAgainDialog({ email, onClose, onSignedIn }: Props) {
  return (
    <Dialog title={m.againTitle} closeLabel={messages.app.close} onClose={onClose}>
      <p className={styles.text}>{m.again(email)}</p>
      <SignInForm email={email} fixedEmail onSignedIn={onSignedIn} />
    </Dialog>
  );
}
