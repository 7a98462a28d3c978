import { useLocation } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import {
  Details,
  Downloads,
  Link,
  SvgMap,
  Table,
  Tag,
  type Column,
  type MapPoint,
} from "../../../ui/index.ts";
import { useAreaShapes } from "../../school/data.ts";
import { areasOf, drawnGroups } from "../../school/places.ts";
import { planFile, roundAddress } from "../addresses.ts";
import type { Placement, Plan } from "../data.ts";
import { inOrder } from "../order.ts";
import { phaseWords, toAsideWords, toDayWords, toKmWords } from "../words.ts";

type Shown = { area: string; plan: Plan };

function Why(props: { placement: Placement }) {
  return (
    <Details summary={`Why ${props.placement.leader.name}`}>
      <p class="govuk-body a-small">{`${props.placement.fit} points of fit:`}</p>
      <ul class="govuk-list govuk-list--bullet a-small">
        <For each={props.placement.parts}>
          {({ label, points }) => <li>{`${label}: ${points}`}</li>}
        </For>
      </ul>
      <Show
        when={props.placement.runnersUp.length > 0}
        fallback={<p class="govuk-body a-small">Nobody else passes every rule.</p>}
      >
        <p class="govuk-body a-small">Who came next:</p>
        <ul class="govuk-list govuk-list--bullet a-small">
          <For each={props.placement.runnersUp}>
            {({ name, words }) => <li>{`${name} ${words}.`}</li>}
          </For>
        </ul>
      </Show>
    </Details>
  );
}

const valueOf: Readonly<Record<string, (placement: Placement) => string | number>> = {
  school: ({ need }) => need.school,
  band: ({ need }) => need.band,
  leader: ({ leader }) => leader.name,
  days: ({ need }) => need.halfDays,
  fit: ({ fit }) => fit,
};

const mayDecide = ({ round }: Plan): boolean => round.state === "draft" || round.state === "solved";

const columnsFor = (props: Shown): readonly Column<Placement>[] => [
  {
    key: "school",
    header: "School",
    rowHeader: true,
    sortable: true,
    cell: (line) => (
      <>
        {line.need.school}
        <div class="a-quiet a-small">{`${line.need.reference} · ${line.need.expertise}`}</div>
        <div class="a-quiet a-small">{`${phaseWords(line.need.phase)}, ${line.need.zone}`}</div>
      </>
    ),
  },
  {
    key: "band",
    header: "Band",
    numeric: true,
    sortable: true,
    cell: ({ need }) => need.band,
  },
  {
    key: "leader",
    header: "Leader",
    sortable: true,
    cell: (placement) => (
      <>
        {placement.leader.name}
        <Show when={placement.isPinned}>
          {" "}
          <Tag colour="plum">Pinned</Tag>
        </Show>
        <Show when={placement.setAside}>
          {" "}
          <Tag colour="amber">Rule set aside</Tag>
        </Show>
        <div class="a-quiet a-small">{`${placement.leader.home}, ${toKmWords(placement.km)}`}</div>
        <Show when={placement.setAside}>
          {(aside) => <div class="a-small">{toAsideWords(aside())}</div>}
        </Show>
        <div class="a-round-why">
          <Why placement={placement} />
        </div>
      </>
    ),
  },
  {
    key: "days",
    header: "Days",
    numeric: true,
    sortable: true,
    cell: ({ need }) => toDayWords(need.halfDays),
  },
  { key: "fit", header: "Fit", numeric: true, sortable: true, cell: ({ fit }) => fit },
  {
    key: "hand",
    header: "By hand",
    cell: (line) => (
      <Link
        href={roundAddress(
          props.area,
          props.plan.round.id,
          `/plan/${line.need.id}?run=${props.plan.sum.number}`,
        )}
      >
        {mayDecide(props.plan) ? "Change" : "Look at"}
        <span class="govuk-visually-hidden">{` the leader of ${line.need.school}`}</span>
      </Link>
    ),
  },
];

/** Who goes where, the greatest need first unless the address asks for another order. */
export function PlacementTable(props: Shown) {
  const location = useLocation();
  return (
    <>
      <Table
        caption="Who goes where"
        columns={columnsFor(props)}
        rows={inOrder(props.plan.placements, valueOf, location.search)}
        search={location.search}
        sortedBy={{ key: "band", direction: "ascending" }}
      />
      <p class="govuk-body">
        <Downloads
          csv={planFile(
            props.area,
            { id: props.plan.round.id, run: props.plan.sum.number },
            "plan",
          )}
          about="of the plan"
        />
      </p>
    </>
  );
}

const pointsOf = ({ placements, unserved }: Plan): readonly MapPoint[] => {
  const homes = new Map(placements.map(({ leader }) => [leader.id, leader]));
  return [
    ...[...homes.values()].flatMap((leader) =>
      leader.point === null
        ? []
        : [
            {
              id: `home ${leader.id}`,
              label: `${leader.name}, ${leader.home}`,
              colour: 2 as const,
              ...leader.point,
            },
          ],
    ),
    ...placements.flatMap(({ need, leader }) =>
      need.point === null
        ? []
        : [
            {
              id: need.id,
              label: `${need.school}: ${leader.name}`,
              colour: 1 as const,
              ...need.point,
            },
          ],
    ),
    ...unserved.flatMap(({ need }) =>
      need.point === null
        ? []
        : [
            {
              id: need.id,
              label: `${need.school}: nobody`,
              colour: 3 as const,
              ...need.point,
            },
          ],
    ),
  ];
};

const linksOf = ({ placements }: Plan) =>
  placements.flatMap(({ need, leader }) =>
    need.point === null || leader.point === null
      ? []
      : [{ id: need.id, from: leader.point, to: need.point }],
  );

const key = [
  [1, "A school that gets a leader"],
  [2, "A leader’s home school"],
  [3, "A school that goes without"],
] as const;

/** The plan on the map: lines from home schools to schools. The table says the same. */
export function PlanMap(props: Shown) {
  const [picked, setPicked] = createSignal<string>();
  const shapes = useAreaShapes(() => props.area);
  return (
    <>
      <ul class="a-legend">
        <For each={key}>
          {([colour, words]) => (
            <li>
              <svg viewBox="0 0 14 14" aria-hidden="true">
                <circle cx="7" cy="7" r="6" class={`a-fill-${colour}`} />
              </svg>
              {words}
            </li>
          )}
        </For>
      </ul>
      <SvgMap
        label="Lines from leaders’ home schools to the schools that they go to. The table says the same."
        points={pointsOf(props.plan)}
        areas={areasOf(shapes.data, drawnGroups(shapes.data)[0])}
        links={linksOf(props.plan)}
        selected={picked()}
        onSelect={setPicked}
        near
      />
    </>
  );
}
