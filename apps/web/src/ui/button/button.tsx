import { Show, type JSX } from "solid-js";

type Look = "main" | "secondary" | "warning";

type ButtonProps = {
  kind?: Look;
  type?: "submit" | "button";
  small?: boolean;
  /** While true the button stays focusable and says that it works; pressing it again does nothing. */
  pending?: boolean | undefined;
  onPress?: ((event: MouseEvent) => void) | undefined;
  /** More words for screen readers only, for buttons that repeat down a list. */
  about?: string | undefined;
  children: JSX.Element;
};

const lookOf = (kind: Look | undefined, small: boolean | undefined) =>
  [
    "a-button",
    ...(kind === undefined || kind === "main" ? [] : [`a-button--${kind}`]),
    ...(small === true ? ["a-button--small"] : []),
  ].join(" ");

const About = (props: { text: string | undefined }) => (
  <Show when={props.text}>
    <span class="govuk-visually-hidden">{` ${props.text}`}</span>
  </Show>
);

export function Button(props: ButtonProps) {
  const onClick = (event: MouseEvent) => {
    if (props.pending === true) event.preventDefault();
    else props.onPress?.(event);
  };
  return (
    <button
      type={props.type ?? "button"}
      class={lookOf(props.kind, props.small)}
      aria-disabled={props.pending === true ? "true" : undefined}
      onClick={onClick}
    >
      <Show when={props.pending}>
        <span class="a-spinner" aria-hidden="true" />
      </Show>
      <span>
        {props.children}
        <About text={props.about} />
      </span>
    </button>
  );
}

/** For what cannot be taken back. Ask again in a dialog before it happens. */
export function WarningButton(props: Omit<ButtonProps, "kind">) {
  return <Button {...props} kind="warning" />;
}

type LinkButtonProps = {
  href: string;
  kind?: Look;
  small?: boolean;
  about?: string | undefined;
  children: JSX.Element;
};

/** A link that looks like a button, for the one way forward. */
export function LinkButton(props: LinkButtonProps) {
  return (
    <a class={lookOf(props.kind, props.small)} href={props.href} draggable={false}>
      <span>
        {props.children}
        <About text={props.about} />
      </span>
    </a>
  );
}

/** A button that looks like a link, for a small act in running text. */
export function PlainButton(props: Pick<ButtonProps, "onPress" | "about" | "children">) {
  return (
    <button type="button" class="a-plain-button" onClick={(event) => props.onPress?.(event)}>
      {props.children}
      <About text={props.about} />
    </button>
  );
}

export function ButtonRow(props: { children: JSX.Element }) {
  return <div class="a-button-row">{props.children}</div>;
}
