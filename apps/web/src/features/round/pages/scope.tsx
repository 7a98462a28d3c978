import { useNavigate, useParams } from "@solidjs/router";
import { createEffect, createSignal, Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  ButtonRow,
  Checkboxes,
  Columns,
  counted,
  createForm,
  Details,
  Form,
  InsetText,
  StatTile,
  Table,
  type ChoiceSet,
} from "../../../ui/index.ts";
import { roundAddress } from "../addresses.ts";
import { useRoundAct, useRoundScope, type RoundScope } from "../data.ts";
import { RoundFrame } from "../parts/frame.tsx";
import { SolveButton } from "../parts/solve-button.tsx";
import { toDayWords, windowWords } from "../words.ts";

type Shown = { area: string; scope: RoundScope };
type Need = RoundScope["needs"][number];
type Line = RoundScope["lines"][number];

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] =>
  rows.map(({ id }) => id);

/** The needs of each band, and those that begin only after the term. */
const needSets = (needs: readonly Need[]): readonly ChoiceSet[] => [
  ...[1, 2, 3, 4].map((band) => ({
    label: `Band ${band}`,
    values: idsOf(needs.filter((need) => need.band === band)),
  })),
  { label: "Begin after this term", values: idsOf(needs.filter((need) => !need.isForTerm)) },
];

const isMatched = ({ isCurrent, isDesignated, free, places }: Line): boolean =>
  isCurrent && isDesignated && free > 0 && places > 0;

/** Leaders who can be matched, and those of each zone. */
const lineSets = (lines: readonly Line[]): readonly ChoiceSet[] => {
  const zones = [...new Set(lines.flatMap((line) => line.zones))];
  return [
    { label: "Days to give", values: idsOf(lines.filter(isMatched)) },
    ...zones
      .toSorted((one, other) => one.localeCompare(other, "en-GB"))
      .map((zone) => ({
        label: zone,
        values: idsOf(lines.filter((line) => line.zones.includes(zone))),
      })),
  ];
};

function Balance(props: { scope: RoundScope }) {
  const demand = () => props.scope.demand;
  const supply = () => props.scope.supply;
  const isShort = () => demand().halfDays > supply().halfDays;
  return (
    <Columns kind="tiles">
      <StatTile
        label="Asked for"
        value={String(demand().halfDays / 2)}
        unit="days"
        note={`by ${counted(demand().needs, "school")}`}
      />
      <StatTile
        label="There to give"
        value={String(supply().halfDays / 2)}
        unit="days"
        note={`by ${counted(supply().leaders, "leader")}, in ${counted(supply().places, "school place")}`}
        tone={isShort() ? "amber" : undefined}
      />
      <StatTile
        label="Within reach"
        value={String(demand().reachable)}
        unit={`of ${demand().needs}`}
        note="schools for which one leader or more passes every rule"
        tone={demand().reachable < demand().needs ? "amber" : undefined}
      />
    </Columns>
  );
}

function Tables(props: { scope: RoundScope }) {
  return (
    <Columns kind="main-side">
      <Table
        caption="By area of expertise, the scarcest first"
        columns={[
          { key: "area", header: "Expertise", rowHeader: true, cell: ({ label }) => label },
          { key: "needs", header: "Schools", numeric: true, cell: ({ needs }) => needs },
          { key: "asked", header: "Days asked", numeric: true, cell: ({ asked }) => asked / 2 },
          { key: "leaders", header: "Leaders", numeric: true, cell: ({ leaders }) => leaders },
          { key: "free", header: "Their free days", numeric: true, cell: ({ free }) => free / 2 },
        ]}
        rows={props.scope.byExpertise}
      />
      <Table
        caption="By band"
        columns={[
          { key: "band", header: "Band", rowHeader: true, cell: ({ band }) => `Band ${band}` },
          { key: "needs", header: "Schools", numeric: true, cell: ({ needs }) => needs },
          { key: "asked", header: "Days", numeric: true, cell: ({ asked }) => asked / 2 },
          {
            key: "reach",
            header: "Within reach",
            numeric: true,
            cell: ({ reachable }) => reachable,
          },
        ]}
        rows={props.scope.byBand.filter(({ needs }) => needs > 0)}
      />
    </Columns>
  );
}

const needHint = (need: Need): string =>
  [
    need.reference,
    `band ${need.band}`,
    need.expertise,
    toDayWords(need.halfDays),
    windowWords[need.window],
    ...(need.isForTerm ? [] : [`begins ${toDateWords(need.earliest)}, after this term`]),
    ...(need.reach === null ? [] : [`${counted(need.reach, "leader")} within reach`]),
  ].join(" · ");

const lineHint = (line: Line): string =>
  [
    line.home,
    `${toDayWords(line.free)} free`,
    counted(line.places, "place"),
    ...(line.isCurrent ? [] : ["days not confirmed or out of date: not matched"]),
    ...(line.isDesignated ? [] : ["no designation in force: not matched"]),
    line.expertise.join(", "),
  ].join(" · ");

const createScopeForm = (props: Shown) => {
  const act = useRoundAct();
  const navigate = useNavigate();
  const { needs, lines } = untrack(() => props.scope);
  const chosenNeeds: readonly string[] = needs.filter((each) => each.isChosen).map(({ id }) => id);
  const chosenLines: readonly string[] = lines.filter((each) => each.isChosen).map(({ id }) => id);
  return createForm({
    initial: { needs: chosenNeeds, lines: chosenLines },
    check: (answers) => ({
      needs: answers.needs.length === 0 ? "Choose one need or more" : undefined,
      lines: answers.lines.length === 0 ? "Choose one leader or more" : undefined,
    }),
    submit: async (answers) => {
      const { id, version } = props.scope.round;
      const outcome = await act(() =>
        api.round.rescope.mutate({
          area: props.area,
          id,
          version,
          needs: [...answers.needs],
          lines: [...answers.lines],
        }),
      );
      if (outcome.done) navigate(roundAddress(props.area, id, "/needs-and-days"));
      return outcome;
    },
  });
};

function ScopeForm(props: Shown & { onChange: (isChanged: boolean) => void }) {
  const form = createScopeForm(props);
  createEffect(() => props.onChange(form.changed()));
  return (
    <Form form={form} submitLabel="Save the choice">
      <Checkboxes
        label="Needs"
        hint="Every open need of the place, the greatest first"
        small
        sets={needSets(props.scope.needs)}
        choices={props.scope.needs.map((need) => ({
          value: need.id,
          label: need.school,
          hint: needHint(need),
        }))}
        {...form.field("needs")}
      />
      <Checkboxes
        label="Leaders"
        hint="Everyone in the area who gave days for the term"
        small
        sets={lineSets(props.scope.lines)}
        choices={props.scope.lines.map((line) => ({
          value: line.id,
          label: line.leader,
          hint: lineHint(line),
        }))}
        {...form.field("lines")}
      />
    </Form>
  );
}

function Whole(props: Shown) {
  const [isChanged, setChanged] = createSignal(false);
  const mayChange = () =>
    props.scope.round.state === "draft" || props.scope.round.state === "solved";
  return (
    <RoundFrame
      area={props.area}
      round={props.scope.round}
      title="Needs and days"
      lead="What is asked for beside what is there, before anything is solved."
    >
      <Balance scope={props.scope} />
      <Tables scope={props.scope} />
      <p class="govuk-body a-quiet">
        Days are counted in half-days throughout. The days of one leader count in every area that
        the leader covers.
      </p>
      <Show
        when={mayChange()}
        fallback={
          <InsetText>
            {props.scope.round.state === "dropped"
              ? "The round was dropped. Take it up again to choose anew."
              : "The panel has agreed to a plan of these. They cannot change now."}
          </InsetText>
        }
      >
        <Show
          when={!isChanged()}
          fallback={
            <InsetText>
              The choice below is not saved yet. Save it first, then solve with it.
            </InsetText>
          }
        >
          <ButtonRow>
            <SolveButton area={props.area} round={props.scope.round} label="Solve with these" />
          </ButtonRow>
        </Show>
        <Details summary="Choose other needs or leaders" open>
          <Show when={props.scope.round.version} keyed>
            {(_version) => <ScopeForm {...props} onChange={setChanged} />}
          </Show>
        </Details>
      </Show>
    </RoundFrame>
  );
}

/** Which needs and whose days a round is about, and how the two compare. */
export function Scope() {
  const slug = useAreaSlug();
  const params = useParams();
  const scope = useRoundScope(() => ({ area: slug(), id: params["round"] ?? "" }));
  return (
    <Loaded query={scope} what="Loading needs and days">
      {(known) => <Whole area={slug()} scope={known()} />}
    </Loaded>
  );
}
