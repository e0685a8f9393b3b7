export const setup = {
  newProject: { title: "New project" },
  settings: { title: "Settings" },
};
