import type { JSX } from "solid-js";
import { Heading, type Level } from "../content/heading.tsx";

type EmptyStateProps = {
  title: string;
  level?: Level | undefined;
  /** Why there is nothing, and what to do about it. */
  children?: JSX.Element;
};

/** Nothing here yet: says why and what to do. */
export function EmptyState(props: EmptyStateProps) {
  return (
    <div class="a-empty">
      <svg viewBox="0 0 56 56" aria-hidden="true">
        <path class="a-empty__first" d="M14 50c0-17 10-18 10-31V8" />
        <path class="a-empty__second" d="M32 50c0-17 10-18 10-31V8" />
      </svg>
      <Heading level={props.level ?? 2} size="m">
        {props.title}
      </Heading>
      {props.children}
    </div>
  );
}
