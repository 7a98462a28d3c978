import { createSignal, createUniqueId, onMount, Show, type JSX } from "solid-js";
import { Heading, type Level } from "../content/heading.tsx";

type Kind = "note" | "success" | "warning";

type NotificationBannerProps = {
  kind?: Kind | undefined;
  title: string;
  level?: Level | undefined;
  children?: JSX.Element;
};

const marks: Record<Kind, string> = {
  note: "M13 3a10 10 0 1 0 .01 0M13 12v6M13 8h.01",
  success: "M13 3a10 10 0 1 0 .01 0M8.5 13.5l3 3 6-6.5",
  warning: "M13 3.5l10.5 18.5H2.5zM13 10v5.5M13 18.7h.01",
};

/** What just happened or what to know first. A success takes the focus, so that it is heard. */
export function NotificationBanner(props: NotificationBannerProps) {
  const id = createUniqueId();
  const kind = () => props.kind ?? "note";
  const [box, setBox] = createSignal<HTMLElement>();
  onMount(() => kind() === "success" && box()?.focus({ preventScroll: true }));
  return (
    <section
      ref={setBox}
      class={`a-notice a-notice--${kind()}`}
      role={kind() === "success" ? "alert" : "region"}
      tabindex={kind() === "success" ? -1 : undefined}
      aria-labelledby={id}
    >
      <svg viewBox="0 0 26 26" aria-hidden="true">
        <path d={marks[kind()]} />
      </svg>
      <div class="a-notice__body">
        <Heading level={props.level ?? 2} id={id}>
          {props.title}
        </Heading>
        <Show when={props.children}>
          <div>{props.children}</div>
        </Show>
      </div>
    </section>
  );
}
