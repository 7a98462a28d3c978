import { createSignal, For, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { Button, ButtonRow, InsetText } from "../../../ui/index.ts";
import { useServices, type Purpose } from "../data.ts";

type ServiceButtonsProps = {
  purpose: Purpose;
  /** The page to go on to afterwards. */
  returnTo?: string | undefined;
  /** Stands between the buttons and what is above or below them. */
  lead: string;
};

/** The words come when they are first needed: signing in does not wait for them. */
const sentenceFor = async (error: unknown): Promise<string> =>
  (await import("../../../lib/trouble.ts")).sentenceOf(error);

/** One button for each service that the instance is set up with; nothing where there is none. */
export function ServiceButtons(props: ServiceButtonsProps) {
  const services = useServices();
  const [trouble, setTrouble] = createSignal<string>();
  const [leaving, setLeaving] = createSignal<string>();
  const leave = async (provider: string) => {
    setLeaving(provider);
    try {
      const { purpose, returnTo } = props;
      const { url } = await api.external.begin.mutate({ provider, purpose, returnTo });
      window.location.assign(url);
    } catch (error) {
      setLeaving(undefined);
      setTrouble(await sentenceFor(error));
    }
  };
  return (
    <Show when={services.data?.length}>
      <p class="govuk-body">{props.lead}</p>
      <ButtonRow>
        <For each={services.data}>
          {({ id, name }) => (
            <Button
              kind="secondary"
              pending={leaving() === id}
              onPress={() => void leave(id)}
            >{`Continue with ${name}`}</Button>
          )}
        </For>
      </ButtonRow>
      <Show when={trouble()}>
        <div role="alert">
          <InsetText>{trouble()}</InsetText>
        </div>
      </Show>
    </Show>
  );
}
