import { createUniqueId, Show, type JSX } from "solid-js";

type ProgressBarProps = {
  /** What is being done: 'Reading the file'. */
  label: string;
  /** Done so far; left out when nobody can know. */
  value?: number | undefined;
  max?: number | undefined;
  /** How far, in words: '12,000 of 22,000 lines'. */
  text?: string | undefined;
  /** Usually a button that cancels. */
  children?: JSX.Element;
};

/** How far long work is. Say the milestones with `announce`: the bar itself keeps quiet. */
export function ProgressBar(props: ProgressBarProps) {
  const id = createUniqueId();
  return (
    <div class="a-progress">
      <p>
        <span id={id}>{props.label}</span>
        <Show when={props.text}>
          <span class="a-number">{props.text}</span>
        </Show>
      </p>
      <progress
        aria-labelledby={id}
        max={props.max ?? 100}
        attr:value={props.value}
        aria-valuetext={props.text}
      />
      {props.children}
    </div>
  );
}
