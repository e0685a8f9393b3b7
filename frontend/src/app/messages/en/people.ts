export const people = {
  people: { title: "People" },
  person: { title: "Annotator" },
  activity: { title: "Activity" },
};
