import { Show, type JSX } from "solid-js";
import { refusalOf } from "../../../lib/refusal-of.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { Link, Page } from "../../../ui/index.ts";

type ClosedLinkProps<Value> = {
  query: {
    readonly data: Value | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
  };
  otherwise: { readonly text: string; readonly href: string };
  children: (value: () => Value) => JSX.Element;
};

/** What a mailed link opens; why it opens nothing, when it does not. */
export function ClosedLink<Value>(props: ClosedLinkProps<Value>) {
  return (
    <Show
      when={refusalOf(props.query.error)?.kind === "link-closed"}
      fallback={
        <Loaded query={props.query} what="Opening the link">
          {(value) => props.children(value)}
        </Loaded>
      }
    >
      <Page title="This link is closed">
        <p class="govuk-body">{sentenceOf(props.query.error)}</p>
        <p class="govuk-body">
          <Link href={props.otherwise.href}>{props.otherwise.text}</Link>
        </p>
      </Page>
    </Show>
  );
}
