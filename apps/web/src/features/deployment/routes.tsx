import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(async () => ({ default: (await import("./pages/list.tsx")).Deployments }));
const one = lazy(async () => ({ default: (await import("./pages/deployment.tsx")).OneDeployment }));
const write = lazy(async () => ({ default: (await import("./pages/edit.tsx")).WriteAgreement }));
const amend = lazy(async () => ({ default: (await import("./pages/edit.tsx")).ChangeAgreement }));
const check = lazy(async () => ({ default: (await import("./pages/check.tsx")).CheckAgreement }));
const sign = lazy(async () => ({ default: (await import("./pages/sign.tsx")).SignAgreement }));
const act = lazy(async () => ({ default: (await import("./pages/act.tsx")).ActOnDeployment }));

export const deploymentRoutes: RouteDefinition[] = [
  { path: "/areas/:area/deployments", component: list },
  { path: "/areas/:area/deployments/:deployment", component: one },
  { path: "/areas/:area/deployments/:deployment/agreement", component: write },
  { path: "/areas/:area/deployments/:deployment/amend", component: amend },
  { path: "/areas/:area/deployments/:deployment/check", component: check },
  { path: "/areas/:area/deployments/:deployment/sign/:signatory", component: sign },
  { path: "/areas/:area/deployments/:deployment/:act", component: act },
];
