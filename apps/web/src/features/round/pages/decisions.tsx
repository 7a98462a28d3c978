import { roundWeights } from "@alongside/domain/round";
import { Show, untrack } from "solid-js";
import { api } from "../../../lib/api.ts";
import {
  announce,
  Button,
  createForm,
  Details,
  Form,
  InsetText,
  Link,
  Table,
  type Column,
} from "../../../ui/index.ts";
import {
  checkWeights,
  toTexts,
  toWeights,
  WeightFields,
} from "../../partnership/parts/weight-fields.tsx";
import { roundAddress } from "../addresses.ts";
import { useRoundAct, type Change, type RoundPage } from "../data.ts";
import { createTrouble, Trouble } from "../parts/frame.tsx";
import { RoundShown, type OfRound } from "../parts/of-round.tsx";
import { SolveButton } from "../parts/solve-button.tsx";

/** Nothing is decided anew while an agreement stands, nor once the round is over. */
const mayAdjust = ({ state }: RoundPage): boolean =>
  state !== "agreed" && state !== "closed" && state !== "dropped";

type Decided = RoundPage["pins"][number];

const useAdjust = (shown: () => OfRound) => {
  const act = useRoundAct();
  return (change: Change) => {
    const { area, round } = shown();
    const { id, version } = round;
    return act(() => api.round.adjust.mutate({ area, id, version, change }));
  };
};

function WeightForm(props: OfRound) {
  const adjust = useAdjust(() => props);
  const now = untrack(() => props.round.weights.own ?? props.round.weights.partnership);
  const form = createForm({
    initial: toTexts(now),
    check: checkWeights,
    submit: async (texts) => {
      const outcome = await adjust({ kind: "weigh", weights: toWeights(texts) });
      if (outcome.done) announce("The weights of this round are saved");
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel="Save for this round">
      <WeightFields
        form={form}
        names={roundWeights}
        hintOf={(name) => `The partnership’s: ${props.round.weights.partnership[name]}`}
      />
    </Form>
  );
}

function Weights(props: OfRound) {
  const adjust = useAdjust(() => props);
  const [trouble, setTrouble] = createTrouble();
  const reset = async () => {
    const outcome = await adjust({ kind: "weigh", weights: null });
    setTrouble(outcome.done ? "" : (outcome.message ?? ""));
  };
  return (
    <>
      <h2 class="govuk-heading-m">What counts</h2>
      <Trouble words={trouble()} />
      <Show
        when={props.round.weights.own}
        fallback={<p class="govuk-body">The partnership’s weights hold in this round.</p>}
      >
        <InsetText>
          <p class="govuk-body">This round has weights of its own.</p>
          <Show when={mayAdjust(props.round)}>
            <Button kind="secondary" small onPress={() => void reset()}>
              Go back to the partnership’s
            </Button>
          </Show>
        </InsetText>
      </Show>
      <Show when={mayAdjust(props.round)}>
        <Details summary="Change the weights for this round">
          <Show when={props.round.version} keyed>
            {(_version) => <WeightForm {...props} />}
          </Show>
        </Details>
      </Show>
    </>
  );
}

function DecidedTable(props: OfRound & { kind: "pin" | "forbid"; rows: readonly Decided[] }) {
  const adjust = useAdjust(() => props);
  const [trouble, setTrouble] = createTrouble();
  const takeBack = async ({ need, leader }: Decided) => {
    const outcome = await adjust(
      props.kind === "pin" ? { kind: "unpin", need } : { kind: "allow", need, leader },
    );
    setTrouble(outcome.done ? "" : (outcome.message ?? ""));
    if (outcome.done) announce("Taken back");
  };
  const undo: readonly Column<Decided>[] = [
    {
      key: "back",
      header: "Undo",
      cell: (row) => (
        <Button
          kind="secondary"
          small
          about={`${row.name} for ${row.school}`}
          onPress={() => void takeBack(row)}
        >
          Take back
        </Button>
      ),
    },
  ];
  const columns = (): readonly Column<Decided>[] => [
    { key: "school", header: "School", rowHeader: true, cell: ({ school }) => school },
    { key: "leader", header: "Leader", cell: ({ name }) => name },
    { key: "reason", header: "Why", cell: ({ reason }) => reason },
    ...(mayAdjust(props.round) ? undo : []),
  ];
  return (
    <>
      <Trouble words={trouble()} />
      <Table
        caption={props.kind === "pin" ? "Pinned: this leader or nobody" : "Ruled out"}
        columns={columns()}
        rows={props.rows}
        empty={
          <>
            <h2 class="govuk-heading-m">
              {props.kind === "pin" ? "Pinned: this leader or nobody" : "Ruled out"}
            </h2>
            <p class="govuk-body">Nothing. Decide at a school of the plan.</p>
          </>
        }
      />
    </>
  );
}

function Whole(props: OfRound) {
  const maySolve = () => props.round.state === "draft" || props.round.state === "solved";
  return (
    <>
      <Show when={props.round.state === "agreed"}>
        <InsetText>
          The panel has agreed to a plan of these.{" "}
          <Link href={roundAddress(props.area, props.round.id, "/panel")}>
            Take the agreement back
          </Link>{" "}
          to decide anew.
        </InsetText>
      </Show>
      <Show when={props.round.state === "published"}>
        <InsetText>
          The offers are out. What is decided here now counts when the plan is mended.
        </InsetText>
      </Show>
      <DecidedTable {...props} kind="pin" rows={props.round.pins} />
      <DecidedTable {...props} kind="forbid" rows={props.round.forbids} />
      <Weights {...props} />
      <Show when={maySolve()}>
        <SolveButton area={props.area} round={props.round} label="Solve with these decisions" />
      </Show>
    </>
  );
}

/** Pins, pairs ruled out and weights of a round, each to be taken back. */
export function Decisions() {
  return (
    <RoundShown
      title="Decisions"
      lead="What people decided before the engine looks for the rest. Each can be taken back until the offers are out."
    >
      {(shown) => <Whole {...shown} />}
    </RoundShown>
  );
}
