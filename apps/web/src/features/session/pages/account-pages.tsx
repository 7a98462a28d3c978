import { useParams } from "@solidjs/router";
import { lazy, Show, type Component } from "solid-js";
import { NotFound } from "../../../app/not-found.tsx";

/** The pages of one's own account, by what follows `/account/`: named here, so that no first visit fetches their names. */
const pages: Readonly<Record<string, Component>> = {
  "": lazy(() => import("./account.tsx").then((page) => ({ default: page.Account }))),
  devices: lazy(() => import("./devices.tsx").then((page) => ({ default: page.Devices }))),
  name: lazy(() => import("./name.tsx").then((page) => ({ default: page.ChangeName }))),
  password: lazy(() => import("./password.tsx").then((page) => ({ default: page.ChangePassword }))),
  "second-factor": lazy(() =>
    import("./own-second-factor.tsx").then((page) => ({ default: page.OwnSecondFactor })),
  ),
  services: lazy(() => import("./services.tsx").then((page) => ({ default: page.Services }))),
};

export function AccountPages() {
  const params = useParams();
  return (
    <Show when={pages[params["part"] ?? ""]} keyed fallback={<NotFound />}>
      {(Shown) => <Shown />}
    </Show>
  );
}
