import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { ApiError } from "@/api/client";
import { invitationsQuery } from "@/api/invitations";
import type { Invitation, Role } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";
import { wholeNumber } from "@/lib/typed";
import { refusalOf } from "@/parts/members/useChanging";
import { Choices } from "@/parts/settings/Choices";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Message } from "@/ui/Message";
import styles from "./InviteForm.module.css";
import { invite, type NewInvitation } from "./queries";

const { invite: m, roles } = peopleMessages.people;
const ROLES: readonly Role[] = ["annotator", "lead", "viewer"];
const WAYS = ["mail", "link"] as const;
type Way = (typeof WAYS)[number];
const MOST_PLACES = 200;

type Props = { slug: string; takesFocus: boolean; onMade: (made: Invitation) => void };

export function InviteForm({ slug, takesFocus, onMade }: Props) {
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [role, setRole] = useState<Role>("annotator");
  const [way, setWay] = useState<Way>("mail");
  const [email, setEmail] = useState("");
  const [places, setPlaces] = useState("1");
  const [problem, setProblem] = useState<string>();
  const { queryKey } = invitationsQuery(slug);
  const inviting = useMutation({
    mutationFn: (given: NewInvitation) => invite(slug, given),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey });
      onMade(made);
    },
    onError: (error) => point(fieldProblem(error)),
  });
  useEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLElement>("input:checked")?.focus();
  }, [takesFocus]);
  const point = (text: string | undefined) => {
    setProblem(text);
    if (text) field.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (inviting.isPending) return;
    if (way === "mail") {
      const address = email.trim();
      const isAddress = /^[^\s@]+@[^\s@]+$/.test(address);
      point(isAddress ? undefined : m.needsEmail);
      if (isAddress) inviting.mutate({ role, email: address });
    } else {
      const number = wholeNumber(places, 1, MOST_PLACES);
      point(number ? undefined : m.placesWrong(MOST_PLACES));
      if (number) inviting.mutate({ role, places: number });
    }
  };
  const fields: Record<Way, React.ReactNode> = {
    mail: (
      <Field
        ref={field}
        label={m.email}
        type="email"
        // It is somebody else's: no browser should fill in one's own.
        autoComplete="off"
        maxLength={254}
        error={problem}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
    ),
    link: (
      <Field
        ref={field}
        label={m.places}
        inputMode="numeric"
        autoComplete="off"
        className={styles.places}
        error={problem}
        value={places}
        onChange={(event) => setPlaces(event.target.value)}
      />
    ),
  };
  const working = way === "mail" ? m.send : m.make;
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <Choices
        legend={m.role}
        chosen={role}
        onChoose={setRole}
        choices={ROLES.map((value) => ({ value, name: roles[value], hint: m.roleHints[value] }))}
      />
      <div className={styles.way}>
        <Choices
          legend={m.way}
          chosen={way}
          onChoose={(value) => {
            setWay(value);
            setProblem(undefined);
          }}
          choices={WAYS.map((value) => ({
            value,
            name: m.ways[value],
            hint: m.wayHints[value],
            more: fields[value],
          }))}
        />
        {inviting.error && !problem && (
          <Message tone="error">{refusalOf(inviting.error, m.notMade)}</Message>
        )}
        <div>
          <Button type="submit" variant="primary" busy={inviting.isPending}>
            {inviting.isPending ? m.working : working}
          </Button>
        </div>
      </div>
    </form>
  );
}

function fieldProblem(error: Error): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  if (error.fields.email) return m.needsEmail;
  return error.fields.places && m.placesWrong(MOST_PLACES);
}
