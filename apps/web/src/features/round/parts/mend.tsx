import { For, Show, untrack } from "solid-js";
import { api } from "../../../lib/api.ts";
import { announce, Checkboxes, counted, createForm, Form, Link } from "../../../ui/index.ts";
import { roundAddress } from "../addresses.ts";
import { useRoundAct, type Repair } from "../data.ts";
import { toDayWords, toKmWords } from "../words.ts";

type Proposal = NonNullable<Repair["proposal"]>;
type Shown = { area: string; repair: Repair };

const sendHint = (send: Proposal["sends"][number]): string =>
  [
    `${send.leader.name}, ${send.leader.home}, ${toKmWords(send.km)}`,
    toDayWords(send.need.halfDays),
    `band ${send.need.band}`,
    `fit ${send.fit}`,
    ...(send.isReplacement ? [] : ["went without before"]),
  ].join(" · ");

function MendForm(props: Shown & { proposal: Proposal }) {
  const act = useRoundAct();
  const all: readonly string[] = untrack(() => props.proposal.sends.map(({ need }) => need.id));
  const form = createForm({
    initial: { needs: all },
    check: ({ needs }) => ({
      needs: needs.length === 0 ? "Choose one offer or more" : undefined,
    }),
    submit: async ({ needs }) => {
      const { round, version } = props.repair;
      const { hash } = props.proposal;
      const given = { area: props.area, id: round.id, version, hash, needs: [...needs] };
      const outcome = await act(() => api.round.acceptRepair.mutate(given));
      if (outcome.done) announce("The new offers are out");
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel="Send the new offers">
      <Checkboxes
        label="New offers"
        hint="Take away what you would rather not send"
        choices={props.proposal.sends.map((send) => ({
          value: send.need.id,
          label: `${send.need.school}: ${send.leader.name}`,
          hint: sendHint(send),
        }))}
        {...form.field("needs")}
      />
    </Form>
  );
}

type Needed = Proposal["without"][number];

/** Schools whose leaders can be looked at, and another one pinned. */
function Elsewhere(props: {
  words: string;
  needs: readonly Needed[];
  at: (need: string) => string;
}) {
  return (
    <p class="govuk-body">
      {props.words}
      <For each={props.needs}>
        {({ id, school }, index) => (
          <>
            {index() === 0 ? "" : ", "}
            <Link href={props.at(id)}>{school}</Link>
          </>
        )}
      </For>
      .
    </p>
  );
}

/** What would make up for offers that came to nothing: to send, to change or to leave. */
export function Mend(props: Shown & { proposal: Proposal }) {
  const at = (need: string) => roundAddress(props.area, props.repair.round.id, `/plan/${need}`);
  return (
    <>
      <h2 class="govuk-heading-m">Mend the plan</h2>
      <div class="a-round-verdict a-round-verdict--open">
        <For each={props.proposal.lost}>
          {({ school, words }) => <p>{`${school}: ${words}.`}</p>}
        </For>
        <p>
          <strong>
            {props.proposal.sends.length === 0
              ? "Nobody else passes every rule, your decisions among them, and has days left."
              : `${counted(props.proposal.sends.length, "new offer")} would make up for it.`}
          </strong>
          {` ${counted(props.proposal.stays, "other offer stays", "other offers stay")} as ${props.proposal.stays === 1 ? "it is" : "they are"}.`}
        </p>
      </div>
      <Show when={props.proposal.sends.length > 0}>
        <Show when={props.proposal.hash} keyed>
          {(_hash) => <MendForm {...props} />}
        </Show>
        <Elsewhere
          words="Somebody else? Look at the leaders for "
          needs={props.proposal.sends.map(({ need }) => need)}
          at={at}
        />
      </Show>
      <Show when={props.proposal.without.length > 0}>
        <Elsewhere words="Without a leader still: " needs={props.proposal.without} at={at} />
      </Show>
    </>
  );
}
