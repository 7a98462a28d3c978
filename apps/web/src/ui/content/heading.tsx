import type { JSX } from "solid-js";
import { Dynamic } from "solid-js/web";

export type Level = 2 | 3 | 4;

/** A heading whose level follows the page's outline and whose size follows the eye. */
export function Heading(props: {
  level: Level;
  size?: "l" | "m" | "s" | undefined;
  id?: string | undefined;
  children: JSX.Element;
}) {
  return (
    <Dynamic
      component={`h${props.level}`}
      id={props.id}
      class={props.size === undefined ? undefined : `govuk-heading-${props.size}`}
    >
      {props.children}
    </Dynamic>
  );
}
