import "@/ui/fonts.css";
import "@/ui/tokens.css";
import "@/ui/reset.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { explainRefusals } from "@/api/errors";
import { App } from "./App";
import { messages } from "./messages";

explainRefusals(messages.errors);

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
