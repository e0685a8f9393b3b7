import type { PeopleMessages } from "../people";
import { activity } from "./activity";
import { members } from "./members";
import { person } from "./person";

export const people: PeopleMessages = {
  people: members,
  person,
  activity,
};
