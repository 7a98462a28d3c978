import { useNavigate } from "@solidjs/router";
import { createSignal, onCleanup, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Breadcrumbs, NotificationBanner } from "../../../ui/index.ts";
import { useRetentionRefresh } from "../data.ts";

const [said, setSaid] = createSignal<string>();

/** What was just done, on the page that one comes to next. */
export function Said() {
  onCleanup(() => setSaid(undefined));
  return (
    <Show when={said()} keyed>
      {(text) => <NotificationBanner kind="success" title={text} />}
    </Show>
  );
}

export const useKeepingPath = (): ((path?: string) => string) => {
  const slug = useAreaSlug();
  return (path = "") => inArea(slug(), `/set-up/keeping${path}`);
};

/** After a change: says what was done, asks anew, and goes back to the page of keeping. */
export const useKept = () => {
  const navigate = useNavigate();
  const refresh = useRetentionRefresh();
  const way = useKeepingPath();
  return async (text: string) => {
    await refresh();
    setSaid(text);
    navigate(way());
  };
};

export function KeepingTrail(props: { isBelow?: boolean }) {
  const slug = useAreaSlug();
  const way = useKeepingPath();
  return (
    <Breadcrumbs
      crumbs={[
        { text: "Set-up", href: inArea(slug(), "/set-up") },
        ...(props.isBelow === true ? [{ text: "Keeping and erasing", href: way() }] : []),
      ]}
    />
  );
}
