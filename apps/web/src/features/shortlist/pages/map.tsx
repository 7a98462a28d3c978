import "../../../look/school.scss";
import { useLocation, useParams } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  Card,
  Columns,
  counted,
  EmptyState,
  FilterChips,
  FilterPanel,
  SvgMap,
  type MapPoint,
} from "../../../ui/index.ts";
import { useAreaShapes } from "../../school/data.ts";
import { areasOf, drawnGroups } from "../../school/places.ts";
import { filtersOf, questionOf } from "../address.ts";
import { useShortlistMap, type ShortlistMap } from "../data.ts";
import { PickLink } from "../parts/candidate.tsx";
import { ShortlistFrame } from "../parts/frame.tsx";
import { toConditionWords, toDayWords, toKmWords, toPlaceWords } from "../words.ts";

type Leader = ShortlistMap["ranked"][number];
type Shown = { area: string; found: ShortlistMap };

const schoolColour = 2;
const fitsColour = 1;
const outColour = 4;

const pointsOf = ({ need, place, ranked, excluded }: ShortlistMap): readonly MapPoint[] => {
  const toPoint =
    (colour: 1 | 4) =>
    ({ personId: id, name, rank, easting: x, northing: y }: Leader): readonly MapPoint[] =>
      x === null || y === null
        ? []
        : [{ id, label: colour === 1 ? `${toPlaceWords(rank)} ${name}` : name, x, y, colour }];
  const school =
    place.easting === null || place.northing === null
      ? []
      : [
          {
            id: "school",
            label: need.school.name,
            x: place.easting,
            y: place.northing,
            colour: schoolColour,
          } as const,
        ];
  // The best are drawn last, so that they lie on top.
  return [
    ...excluded.toReversed().flatMap(toPoint(outColour)),
    ...ranked.toReversed().flatMap(toPoint(fitsColour)),
    ...school,
  ];
};

function Key() {
  return (
    <ul class="a-legend">
      <For
        each={
          [
            [schoolColour, "The school"],
            [fitsColour, "Fits"],
            [outColour, "Left out"],
          ] as const
        }
      >
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
  );
}

const factsOf = (leader: Leader): string =>
  [
    leader.homeSchool,
    `${leader.score} of 100`,
    `${toDayWords(leader.freeHalfDays)} left`,
    toKmWords(leader.km),
  ].join(" · ");

function Picked(props: { leader: Leader | undefined }) {
  return (
    <Show
      when={props.leader}
      fallback={<p class="govuk-body">Pick a dot, or a name below, to see who it is.</p>}
    >
      {(leader) => (
        <Card sand>
          <h2 class="govuk-heading-s">{leader().name}</h2>
          <p class="govuk-body">{factsOf(leader())}</p>
          <Show when={leader().failed.length > 0}>
            <p class="govuk-body">
              {`${leader()
                .failed.map(({ sentence }) => sentence)
                .join(". ")}. ${toConditionWords(leader())}`}
            </p>
          </Show>
          <p class="govuk-body">
            <PickLink person={leader()} />
          </p>
        </Card>
      )}
    </Show>
  );
}

function Names(props: { leaders: readonly Leader[]; title: string; onPick: (id: string) => void }) {
  return (
    <Show when={props.leaders.length > 0}>
      <h2 class="govuk-heading-m">{`${props.title}: ${counted(props.leaders.length, "leader")}`}</h2>
      <ul class="govuk-list a-place-list">
        <For each={props.leaders}>
          {(leader) => (
            <li>
              <button
                type="button"
                class="a-plain-button"
                onClick={() => props.onPick(leader.personId)}
              >
                {leader.name}
              </button>
              {` ${toKmWords(leader.km)}`}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function Sheet(props: Shown) {
  const shapes = useAreaShapes(() => props.area);
  const [picked, setPicked] = createSignal<string>();
  const leader = () =>
    [...props.found.ranked, ...props.found.excluded].find(({ personId }) => personId === picked());
  const points = () => pointsOf(props.found);
  return (
    <Show
      when={props.found.ranked.length + props.found.excluded.length > 0}
      fallback={
        <EmptyState title="No leader fits these filters">
          <p class="govuk-body">Take a filter away.</p>
        </EmptyState>
      }
    >
      <Key />
      <SvgMap
        label={`The school and the home schools of ${counted(points().length - 1, "leader")}. The same leaders are in the list below.`}
        points={points()}
        areas={areasOf(shapes.data, drawnGroups(shapes.data)[0])}
        selected={picked()}
        onSelect={setPicked}
      />
      <div aria-live="polite" class="a-picked">
        <Picked leader={leader()} />
      </div>
      <Names title="Fit" leaders={props.found.ranked} onPick={setPicked} />
      <Names title="Left out" leaders={props.found.excluded} onPick={setPicked} />
    </Show>
  );
}

/** Where the leaders for a need are: an extra beside the list, with the same filters. */
export function MapOfShortlist() {
  const slug = useAreaSlug();
  const params = useParams();
  const location = useLocation();
  const query = useShortlistMap(() =>
    questionOf({ area: slug(), needId: params["need"] ?? "" }, location.search),
  );
  return (
    <Loaded query={query} what="Loading the map">
      {(found) => (
        <ShortlistFrame area={slug()} framed={found()} here="map">
          <Columns kind="side-main">
            <FilterPanel groups={filtersOf(found().choices)} search={location.search} />
            <div>
              <FilterChips groups={filtersOf(found().choices)} search={location.search} />
              <Sheet area={slug()} found={found()} />
            </div>
          </Columns>
        </ShortlistFrame>
      )}
    </Loaded>
  );
}
