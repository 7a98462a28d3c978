import type { AskField } from "@alongside/domain/need";
import { For, Show, type JSX } from "solid-js";
import { toDateWords } from "../../../lib/words.ts";
import { SummaryList, type SummaryRow } from "../../../ui/index.ts";
import type { NeedChoices, NeedPage } from "../data.ts";
import { isPrivate, stepOf } from "../steps.ts";
import { labelOf, toDayWords } from "../words.ts";

type AnswersProps = {
  need: NeedPage;
  choices: NeedChoices;
  /** Where an answer is changed; left out where it cannot be. */
  changeHref?: ((step: string) => string) | undefined;
};

const Missing = () => <span class="a-quiet">Not answered yet</span>;

function Lines(props: { items: readonly string[] }) {
  return (
    <Show when={props.items.length > 0} fallback={<Missing />}>
      <For each={props.items}>{(item) => <div>{item}</div>}</For>
    </Show>
  );
}

const Text = (props: { text: string | undefined }) => (
  <Show when={(props.text ?? "") !== ""} fallback={<Missing />}>
    <span class="a-words">{props.text}</span>
  </Show>
);

type Wishes = NeedPage["ask"]["preferred"];

function Wished(props: { need: NeedPage; wishes: Wishes }) {
  return (
    <Show
      when={(props.wishes ?? []).length > 0}
      fallback={<span class="a-quiet">Nobody named</span>}
    >
      <For each={props.wishes}>
        {({ leader, privateReason }) => (
          <div>
            {props.need.names[leader] ?? "Someone who has left"}
            <Show when={privateReason !== ""}>
              <span class="a-quiet">{` – ${privateReason}`}</span>
            </Show>
          </div>
        )}
      </For>
    </Show>
  );
}

/** Everything that was answered, with the page on which it can be changed. */
export function Answers(props: AnswersProps) {
  const ask = () => props.need.ask;
  const list = (name: string) => props.choices.lists[name];
  const labels = (name: string, codes: readonly string[] | undefined) =>
    (codes ?? []).map((code) => labelOf(list(name), code));
  const isWriter = () => props.need.audience === "own-school" || props.need.state === "draft";
  const row = (term: string, field: AskField, value: JSX.Element): SummaryRow => ({
    term,
    value,
    changeHref:
      isPrivate(stepOf(field)) && !isWriter() ? undefined : props.changeHref?.(stepOf(field)),
  });
  const day = (iso: string | undefined) => (iso === undefined ? undefined : toDateWords(iso));
  const rows = (): readonly SummaryRow[] => [
    row(
      "What it is about",
      "focus",
      <Lines items={labels(`need-focus-${ask().framework ?? "report-card"}`, ask().focus)} />,
    ),
    row("Why", "why", <Text text={ask().why} />),
    row("What should be different", "wantedOutcome", <Text text={ask().wantedOutcome} />),
    row("By when", "wantedBy", <Text text={day(ask().wantedBy)} />),
    row("Urgent", "urgent", ask().urgent === true ? "Yes" : "No"),
    row(
      "Expertise",
      "primaryArea",
      <Lines
        items={labels(
          "expertise",
          ask().primaryArea === undefined
            ? []
            : [ask().primaryArea ?? "", ...(ask().otherAreas ?? [])],
        )}
      />,
    ),
    row("Ways of working", "modes", <Lines items={labels("work-mode", ask().modes)} />),
    row(
      "About how long",
      "halfDays",
      <Text text={ask().halfDays === undefined ? undefined : toDayWords(ask().halfDays ?? 0)} />,
    ),
    row("Earliest start", "earliest", <Text text={day(ask().earliest)} />),
    row("Would like", "preferred", <Wished need={props.need} wishes={ask().preferred} />),
    row("Rather not", "avoided", <Wished need={props.need} wishes={ask().avoided} />),
    row(
      "Own trust’s leaders",
      "sameTrustWelcome",
      ask().sameTrustWelcome === true ? "Welcome" : "Left out",
    ),
    row(
      "Who pays",
      "fundingSource",
      <Text
        text={
          labels(
            "funding-source",
            ask().fundingSource === undefined ? [] : [ask().fundingSource ?? ""],
          )[0]
        }
      />,
    ),
    ...(isWriter()
      ? [
          row(
            "For the coordinator only",
            "sensitiveNote",
            (ask().sensitiveNote ?? "") === "" ? (
              <span class="a-quiet">Nothing</span>
            ) : (
              <Text text={ask().sensitiveNote} />
            ),
          ),
        ]
      : []),
  ];
  return <SummaryList rows={rows()} />;
}
