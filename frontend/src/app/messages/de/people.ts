import type { PeopleMessages } from "../people";

export const people: PeopleMessages = {
  people: { title: "Personen" },
  person: { title: "Annotierende Person" },
  activity: { title: "Verlauf" },
};
