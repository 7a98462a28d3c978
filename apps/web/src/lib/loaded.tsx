import { createResource, Match, Show, Switch, type JSX } from "solid-js";
import type { Refusal } from "@alongside/domain/refusal";
import { InsetText, Loading, Page } from "../ui/index.ts";
import { faultSentence, refusalOf } from "./api.ts";

type Query<Value> = {
  readonly data: Value | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
};

/** The words of refusals come when they are first needed. */
function Refused(props: { refusal: Refusal }) {
  const [sentence] = createResource(
    () => props.refusal,
    async (refusal) => (await import("./refusal-words.ts")).sentenceFor(refusal),
  );
  return <>{sentence()}</>;
}

function Trouble(props: { error: unknown }) {
  const isMissing = () => refusalOf(props.error)?.kind === "not-found";
  return (
    <Show
      when={isMissing()}
      fallback={
        <div role="alert">
          <InsetText>
            <Show when={refusalOf(props.error)} fallback={faultSentence(props.error)}>
              {(refusal) => <Refused refusal={refusal()} />}
            </Show>
          </InsetText>
        </div>
      }
    >
      <Page title="Page not found">
        <p class="govuk-body">There is no such page, or it is not one that you can see.</p>
        <p class="govuk-body">
          <a class="govuk-link" href="/">
            Go to your home page
          </a>
        </p>
      </Page>
    </Show>
  );
}

/** Shows what was asked for once it is there; what to do instead when it is not. */
export function Loaded<Value>(props: {
  query: Query<Value>;
  what: string;
  children: (value: () => Value) => JSX.Element;
}) {
  return (
    <Switch>
      <Match when={props.query.data !== undefined ? { value: props.query.data } : undefined}>
        {(held) => props.children(() => held().value)}
      </Match>
      <Match when={props.query.error}>
        <Trouble error={props.query.error} />
      </Match>
      <Match when={props.query.isPending}>
        <Loading label={props.what} />
      </Match>
    </Switch>
  );
}
