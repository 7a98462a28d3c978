import { createSignal, For, Show } from "solid-js";
import { useQueryClient } from "@tanstack/solid-query";
import { api } from "../../../lib/api.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { Button, Card } from "../../../ui/index.ts";
import type { NeedPage, PrivateWords } from "../data.ts";

function Reasons(props: { title: string; wishes: PrivateWords["preferred"] }) {
  return (
    <Show when={props.wishes.length > 0}>
      <h3 class="govuk-heading-s">{props.title}</h3>
      <ul class="govuk-list govuk-list--bullet">
        <For each={props.wishes}>
          {({ leader, privateReason }) => (
            <li>{privateReason === "" ? leader : `${leader}: ${privateReason}`}</li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** What the school told the coordinator alone. It is shown on asking, because reading it is recorded. */
export function PrivateWordsOf(props: { area: string; need: NeedPage }) {
  const client = useQueryClient();
  const [shown, setShown] = createSignal<PrivateWords>();
  const [trouble, setTrouble] = createSignal<string>();
  const read = async () => {
    const { area, need } = props;
    try {
      setShown(await api.need.readPrivateWords.mutate({ area, id: need.id }));
      await client.invalidateQueries({ queryKey: ["need", "one"] });
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <Show when={props.need.hasPrivateWords}>
      <Card sand>
        <h2 class="govuk-heading-m">For the coordinator only</h2>
        <Show
          when={shown()}
          fallback={
            <>
              <p class="govuk-body">
                The school left words for you alone. The school can see who has read them.
              </p>
              <Button kind="secondary" onPress={() => void read()}>
                Read them
              </Button>
              <Show when={trouble()}>
                <p class="govuk-error-message" role="alert">
                  {trouble()}
                </p>
              </Show>
            </>
          }
        >
          {(words) => (
            <div role="status">
              <Show when={words().sensitiveNote !== ""}>
                <p class="govuk-body a-words">{words().sensitiveNote}</p>
              </Show>
              <Reasons title="Would like" wishes={words().preferred} />
              <Reasons title="Rather not" wishes={words().avoided} />
            </div>
          )}
        </Show>
      </Card>
    </Show>
  );
}
