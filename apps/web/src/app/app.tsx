import { Router, type RouteDefinition } from "@solidjs/router";
import { QueryClientProvider } from "@tanstack/solid-query";
import { createEffect, createSignal } from "solid-js";
import { isFirstShown } from "../lib/first-shown.ts";
import { queryClient } from "../lib/query.ts";
import { Loading } from "../ui/index.ts";
import { firstRoutes } from "./first-routes.tsx";
import { Frame } from "./frame.tsx";

const load = async () => setRest((await import("./routes.tsx")).routes);

/** Stands where the address of a page is not known yet. */
function Unknown() {
  void load();
  return <Loading />;
}

const [rest, setRest] = createSignal<RouteDefinition[]>([{ path: "*", component: Unknown }]);

/** Sign-in and home do not wait for the addresses of everything else: these come when one of the two stands, or at once for another page. */
export function App() {
  createEffect(() => {
    // Away from the network, whoever goes to another page asks again.
    if (isFirstShown()) load().catch(() => undefined);
  });
  return (
    <QueryClientProvider client={queryClient}>
      <Router root={Frame}>{[...firstRoutes, ...rest()]}</Router>
    </QueryClientProvider>
  );
}
