import { fitWeightLabels, isFitWeight, type FitWeights } from "@alongside/domain/partnership";
import { useParams } from "@solidjs/router";
import { For, Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  announce,
  Button,
  createForm,
  Details,
  Form,
  InsetText,
  Table,
  TextField,
  type Column,
} from "../../../ui/index.ts";
import { useRound, useRoundAct, type Change, type RoundPage } from "../data.ts";
import { createTrouble, RoundFrame, Trouble } from "../parts/frame.tsx";
import { SolveButton } from "../parts/solve-button.tsx";

type Shown = { area: string; round: RoundPage };
type Decided = RoundPage["pins"][number];

const counts = [
  "level",
  "secondary",
  "impact",
  "sameZone",
  "sameLa",
  "distance",
  "prefer",
  "continuity",
  "providerPref",
] as const;
type Counted = (typeof counts)[number];
type Texts = Record<Counted, string>;

const textsOf = (weights: FitWeights): Texts => ({
  level: String(weights.level),
  secondary: String(weights.secondary),
  impact: String(weights.impact),
  sameZone: String(weights.sameZone),
  sameLa: String(weights.sameLa),
  distance: String(weights.distance),
  prefer: String(weights.prefer),
  continuity: String(weights.continuity),
  providerPref: String(weights.providerPref),
});

const toNumber = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));

const numbersOf = (texts: Texts): Record<Counted, number> => ({
  level: toNumber(texts.level),
  secondary: toNumber(texts.secondary),
  impact: toNumber(texts.impact),
  sameZone: toNumber(texts.sameZone),
  sameLa: toNumber(texts.sameLa),
  distance: toNumber(texts.distance),
  prefer: toNumber(texts.prefer),
  continuity: toNumber(texts.continuity),
  providerPref: toNumber(texts.providerPref),
});

const useAdjust = (shown: () => Shown) => {
  const act = useRoundAct();
  return (change: Change) => {
    const { area, round } = shown();
    const { id, version } = round;
    return act(() => api.round.adjust.mutate({ area, id, version, change }));
  };
};

function WeightForm(props: Shown) {
  const adjust = useAdjust(() => props);
  const now = untrack(() => props.round.weights.own ?? props.round.weights.partnership);
  const form = createForm<Texts>({
    initial: textsOf(now),
    check: (texts) => {
      const numbers = numbersOf(texts);
      return Object.fromEntries(
        counts
          .filter((name) => !isFitWeight(numbers[name]))
          .map((name) => [name, `${fitWeightLabels[name]}: enter a whole number from 0 to 1000`]),
      );
    },
    submit: async (texts) => {
      const outcome = await adjust({ kind: "weigh", weights: { ...now, ...numbersOf(texts) } });
      if (outcome.done) announce("The weights of this round are saved");
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel="Save for this round">
      <For each={counts}>
        {(name) => (
          <TextField
            label={fitWeightLabels[name]}
            hint={`The partnership’s: ${props.round.weights.partnership[name]}`}
            inputMode="numeric"
            width={5}
            {...form.field(name)}
          />
        )}
      </For>
    </Form>
  );
}

function Weights(props: Shown) {
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
          <Button kind="secondary" small onPress={() => void reset()}>
            Go back to the partnership’s
          </Button>
        </InsetText>
      </Show>
      <Details summary="Change the weights for this round">
        <Show when={props.round.version} keyed>
          {(_version) => <WeightForm {...props} />}
        </Show>
      </Details>
    </>
  );
}

function DecidedTable(props: Shown & { kind: "pin" | "forbid"; rows: readonly Decided[] }) {
  const adjust = useAdjust(() => props);
  const [trouble, setTrouble] = createTrouble();
  const takeBack = async ({ need, leader }: Decided) => {
    const outcome = await adjust(
      props.kind === "pin" ? { kind: "unpin", need } : { kind: "allow", need, leader },
    );
    setTrouble(outcome.done ? "" : (outcome.message ?? ""));
    if (outcome.done) announce("Taken back");
  };
  const columns = (): readonly Column<Decided>[] => [
    { key: "school", header: "School", rowHeader: true, cell: ({ school }) => school },
    { key: "leader", header: "Leader", cell: ({ name }) => name },
    { key: "reason", header: "Why", cell: ({ reason }) => reason },
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

function Whole(props: Shown) {
  const maySolve = () => props.round.state === "draft" || props.round.state === "solved";
  return (
    <RoundFrame
      area={props.area}
      round={props.round}
      title="Decisions"
      lead="What people decided before the engine looks for the rest. Each can be taken back until the offers are out."
    >
      <DecidedTable {...props} kind="pin" rows={props.round.pins} />
      <DecidedTable {...props} kind="forbid" rows={props.round.forbids} />
      <Weights {...props} />
      <Show when={maySolve()}>
        <SolveButton area={props.area} round={props.round} label="Solve with these decisions" />
      </Show>
    </RoundFrame>
  );
}

/** Pins, pairs ruled out and weights of a round, each to be taken back. */
export function Decisions() {
  const slug = useAreaSlug();
  const params = useParams();
  const round = useRound(() => ({ area: slug(), id: params["round"] ?? "" }));
  return (
    <Loaded query={round} what="Loading the decisions">
      {(known) => <Whole area={slug()} round={known()} />}
    </Loaded>
  );
}
