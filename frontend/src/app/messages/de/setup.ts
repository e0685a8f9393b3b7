import type { SetupMessages } from "../setup";

export const setup: SetupMessages = {
  newProject: { title: "Neues Projekt" },
  settings: { title: "Einstellungen" },
};
