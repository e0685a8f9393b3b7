export const entry = {
  join: { title: "Join a project" },
  first: { title: "The first account" },
};
