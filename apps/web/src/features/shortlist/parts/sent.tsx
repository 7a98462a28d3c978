import { For, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { toDateWords } from "../../../lib/words.ts";
import { announce, Card, PlainButton, Tag } from "../../../ui/index.ts";
import { useSentLists, useShortlistAct, type SentList } from "../data.ts";
import { formWords, toVerdictWords } from "../words.ts";

const seenWords = ({ seenAt, rankedAt }: SentList): string => {
  if (rankedAt !== null) return `Ranked on ${toDateWords(rankedAt)}.`;
  return seenAt === null
    ? "Nobody of the school has looked at it yet."
    : `The school first looked at it on ${toDateWords(seenAt)}.`;
};

function OneList(props: { list: SentList; onBack: () => void }) {
  const sentence = () =>
    `Sent ${formWords[props.list.form]} on ${toDateWords(props.list.sentAt)} by ${props.list.sentBy ?? "somebody"}. ${seenWords(props.list)}`;
  return (
    <Card>
      <h2 class="govuk-heading-m">
        {"With the head to rank "}
        <Tag colour={props.list.state === "ranked" ? "green" : "amber"}>
          {props.list.state === "ranked" ? "Ranked" : "Waiting"}
        </Tag>
      </h2>
      <p class="govuk-body">{sentence()}</p>
      <ul class="govuk-list">
        <For each={props.list.leaders}>
          {(leader) => (
            <li>
              {`${leader.letter} ${leader.name}`}
              <Show when={props.list.state === "ranked"}>{`: ${toVerdictWords(leader)}`}</Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.list.answer !== ""}>
        <p class="govuk-body">
          <strong>The head says:</strong> <span class="a-words">{props.list.answer}</span>
        </p>
      </Show>
      <p class="govuk-body">
        <PlainButton onPress={props.onBack}>Take the list back</PlainButton>
      </p>
    </Card>
  );
}

/** The list that is with the head or came back from there. */
export function SentToHead(props: { area: string; needId: string }) {
  const lists = useSentLists(() => ({ area: props.area, needId: props.needId }));
  const act = useShortlistAct();
  const live = () => lists.data?.find(({ state }) => state !== "withdrawn");
  const takeBack = async ({ version }: SentList) => {
    const { area, needId } = props;
    await act(() => api.shortlist.withdraw.mutate({ area, needId, version }));
    announce("The list was taken back");
  };
  return (
    <Show when={live()}>
      {(list) => <OneList list={list()} onBack={() => void takeBack(list())} />}
    </Show>
  );
}
