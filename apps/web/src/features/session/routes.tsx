import type { RouteDefinition } from "@solidjs/router";
import { Home } from "./pages/home.tsx";
import { AreaHome } from "./pages/area-home.tsx";
import { SignIn } from "./pages/sign-in.tsx";

export const sessionRoutes: RouteDefinition[] = [
  { path: "/", component: Home },
  { path: "/sign-in", component: SignIn },
  { path: "/areas/:area", component: AreaHome },
];
