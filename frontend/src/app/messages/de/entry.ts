import type { EntryMessages } from "../entry";

export const entry: EntryMessages = {
  join: { title: "Einem Projekt beitreten" },
  first: { title: "Das erste Konto" },
};
