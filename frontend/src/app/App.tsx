import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorBoundary } from "./ErrorBoundary";
import { makeQueryClient } from "./queryClient";
import { SessionGate } from "./SessionGate";

export function App() {
  const [client] = useState(makeQueryClient);
  return (
    <ErrorBoundary>
      <QueryClientProvider client={client}>
        <SessionGate />
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
