import { Router, type RouteDefinition } from "@solidjs/router";
import { QueryClientProvider } from "@tanstack/solid-query";
import { createSignal } from "solid-js";
import { sessionRoutes } from "../features/session/routes.tsx";
import { queryClient } from "../lib/query.ts";
import { Loading } from "../ui/index.ts";
import { Frame } from "./frame.tsx";

const [rest, setRest] = createSignal<RouteDefinition[]>([{ path: "*", component: Loading }]);

/** Sign-in and home need not wait for the addresses of everything else. */
void import("./routes.tsx").then(({ routes }) => setRest(routes));

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Router root={Frame}>{[...sessionRoutes, ...rest()]}</Router>
    </QueryClientProvider>
  );
}
