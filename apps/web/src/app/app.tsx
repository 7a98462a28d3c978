import { Router } from "@solidjs/router";
import { QueryClientProvider } from "@tanstack/solid-query";
import { queryClient } from "../lib/query.ts";
import { Frame } from "./frame.tsx";
import { routes } from "./routes.tsx";

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Router root={Frame}>{routes}</Router>
    </QueryClientProvider>
  );
}
