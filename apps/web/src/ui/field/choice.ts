import type { JSX } from "solid-js";

/** One thing that can be chosen. */
export type Choice<T extends string = string> = {
  readonly value: T;
  readonly label: string;
  readonly hint?: JSX.Element;
};
