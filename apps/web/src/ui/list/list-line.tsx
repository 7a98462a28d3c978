import "../../look/list.scss";
import { createEffect, on, type JSX } from "solid-js";
import { announce } from "../announce.ts";

/** What the list holds now ('23 schools, page 1 of 2'), said aloud when it changes; beside it, what can be done with it. */
export function ListLine(props: { text: string; children?: JSX.Element }) {
  createEffect(on(() => props.text, announce, { defer: true }));
  return (
    <div class="a-list-line">
      <p>{props.text}</p>
      <div>{props.children}</div>
    </div>
  );
}
