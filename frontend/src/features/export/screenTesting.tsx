import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render } from "@testing-library/react";
import { Route, Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import type { Project } from "@/api/types";
import { ExportScreen } from "./ExportScreen";
import { makeProject } from "./testing";

/** Show the screen at what follows its address, for the tests of this folder. */
export function show(rest = "", role: Project["role"] = "lead") {
  const location = memoryLocation({ path: `/projects/ferries/export${rest}`, record: true });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <Router hook={location.hook} searchHook={location.searchHook}>
        <Route path="/projects/:slug/export/:id?">
          <ExportScreen project={makeProject(role)} />
        </Route>
      </Router>
    </QueryClientProvider>,
  );
  return {
    /** The address that is shown. */
    address: () => location.history.at(-1)?.replace("/projects/ferries/export", ""),
    /** Ask the server again, without waiting for the next look. */
    look: () => act(() => queries.refetchQueries()),
  };
}
