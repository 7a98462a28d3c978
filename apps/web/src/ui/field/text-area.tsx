import "../../look/form.scss";
import { createEffect, on, onCleanup, Show } from "solid-js";
import { announce } from "../announce.ts";
import { counted } from "../counted.ts";
import { describedBy, FieldFrame, idOf, type FieldProps } from "./field-frame.tsx";

type TextAreaProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  rows?: number | undefined;
  /** The most characters that will be taken; the field still holds more, so that nothing pasted is cut. */
  limit?: number | undefined;
};

/** 'You have 12 characters left', or how many are too many. */
export function roomLeft(length: number, limit: number): string {
  const left = limit - length;
  return left >= 0
    ? `You have ${counted(left, "character")} left`
    : `You have ${counted(-left, "character")} too many`;
}

function RoomLeft(props: { id: string; length: number; limit: number }) {
  const words = () => roomLeft(props.length, props.limit);
  let wait: ReturnType<typeof setTimeout> | undefined;
  // Screen readers hear the count once the typing rests, not at every key.
  createEffect(
    on(
      words,
      (text) => {
        clearTimeout(wait);
        wait = setTimeout(() => announce(text), 1000);
      },
      { defer: true },
    ),
  );
  onCleanup(() => clearTimeout(wait));
  return (
    <p
      id={props.id}
      class="a-field-note"
      classList={{ "a-field-note--over": props.length > props.limit }}
    >
      {words()}
    </p>
  );
}

export function TextArea(props: TextAreaProps) {
  const noteId = () => `${idOf(props)}-room`;
  return (
    <FieldFrame field={props}>
      <textarea
        class="govuk-textarea"
        classList={{ "govuk-textarea--error": props.error !== undefined }}
        id={idOf(props)}
        name={props.name}
        rows={props.rows ?? 5}
        aria-describedby={describedBy(props, props.limit === undefined ? undefined : noteId())}
        aria-invalid={props.error === undefined ? undefined : "true"}
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
      <Show when={props.limit}>
        {(limit) => <RoomLeft id={noteId()} length={props.value.length} limit={limit()} />}
      </Show>
    </FieldFrame>
  );
}
