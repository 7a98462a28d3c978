import { Show, type JSX } from "solid-js";

type WhoActsNextProps = {
  /** 'You', or the name of whoever has to act. */
  who: string;
  /** What they do next, following the name: 'choose who to ask'. */
  what: string;
  /** Usually a `Clock`. */
  by?: JSX.Element;
};

/** Every record's most useful line: who acts next, and by when. */
export function WhoActsNext(props: WhoActsNextProps) {
  return (
    <div class="a-next">
      <p>
        <strong>{"Next: "}</strong>
        {`${props.who} ${props.what}`}
      </p>
      <Show when={props.by}>
        <p>{props.by}</p>
      </Show>
    </div>
  );
}
