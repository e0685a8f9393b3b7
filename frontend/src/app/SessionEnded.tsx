import { Suspense, useEffect, useState } from "react";
import { announceSignedIn, onSignedOut } from "@/api/session";
import type { User } from "@/api/types";
import { screen } from "./screen";

const SignInAgainDialog = screen(
  async () => (await import("@/features/session/SignInAgainDialog")).SignInAgainDialog,
);

/** Ask for the password over whatever is on the screen when the session has ended. */
export function SessionEnded({ user }: { user: User }) {
  const [ended, setEnded] = useState(false);
  useEffect(() => onSignedOut(() => setEnded(true)), []);
  if (!ended) return null;
  return (
    <Suspense fallback={null}>
      <SignInAgainDialog
        email={user.email}
        onClose={() => setEnded(false)}
        onSignedIn={() => {
          setEnded(false);
          announceSignedIn();
        }}
      />
    </Suspense>
  );
}
