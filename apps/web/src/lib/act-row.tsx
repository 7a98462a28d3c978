import { createSignal, For, Show, type JSX } from "solid-js";
import {
  announce,
  Button,
  ButtonRow,
  InsetText,
  LinkButton,
  type SubmitOutcome,
} from "../ui/index.ts";

/** Something that is done with one press; `after` is said when it is done. */
export type Press = {
  readonly label: string;
  readonly after: string;
  readonly work: () => Promise<unknown>;
  readonly isMain?: boolean;
};

/** Something that has a page of its own. */
export type Way = { readonly label: string; readonly href: string; readonly isMain?: boolean };

const kindOf = ({ isMain }: Pick<Press, "isMain">) => (isMain === true ? "main" : "secondary");

/** What may be done to a record now: by a press, or on a page of its own. A refusal is told above. */
export function ActRow(props: {
  act: (work: () => Promise<unknown>) => Promise<SubmitOutcome>;
  presses: readonly Press[];
  ways: readonly Way[];
  /** Stands before the presses. */
  first?: JSX.Element;
}) {
  const [trouble, setTrouble] = createSignal("");
  const [pending, setPending] = createSignal("");
  const press = async ({ label, after, work }: Press) => {
    setPending(label);
    const outcome = await props.act(work);
    setPending("");
    setTrouble(outcome.done ? "" : (outcome.message ?? "Nothing was changed. Try again."));
    if (outcome.done) announce(after);
  };
  return (
    <>
      <Show when={trouble()}>
        {(words) => (
          <div role="alert">
            <InsetText>{words()}</InsetText>
          </div>
        )}
      </Show>
      <ButtonRow>
        {props.first}
        <For each={props.presses}>
          {(each) => (
            <Button
              kind={kindOf(each)}
              pending={pending() === each.label}
              onPress={() => void press(each)}
            >
              {each.label}
            </Button>
          )}
        </For>
        <For each={props.ways}>
          {(way) => (
            <LinkButton kind={kindOf(way)} href={way.href}>
              {way.label}
            </LinkButton>
          )}
        </For>
      </ButtonRow>
    </>
  );
}
