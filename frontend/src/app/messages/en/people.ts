import { activity } from "./activity";
import { members } from "./members";
import { person } from "./person";

export const people = {
  people: members,
  person,
  activity,
};
