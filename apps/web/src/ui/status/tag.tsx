import type { JSX } from "solid-js";

export type TagColour = "teal" | "grey" | "green" | "amber" | "red" | "plum";

/** A state, in a word or two. The colour only helps: the word says it. */
export function Tag(props: { colour?: TagColour | undefined; children: JSX.Element }) {
  return <strong class={`a-tag a-tag--${props.colour ?? "teal"}`}>{props.children}</strong>;
}

/** A small mark on a record: a kind, a code, a count. */
export function Badge(props: { children: JSX.Element }) {
  return <span class="a-badge">{props.children}</span>;
}
