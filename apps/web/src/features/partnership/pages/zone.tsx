import { useParams } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  Columns,
  counted,
  Details,
  Heading,
  InsetText,
  Link,
  Page,
  SummaryList,
  SvgMap,
  Table,
} from "../../../ui/index.ts";
import { useZone, type Zone } from "../data.ts";
import { Said } from "../parts/said.tsx";
import { useMayAdminister, useWay, ZoneTrail } from "../parts/way.tsx";
import { toArea, toOutline, toPoints } from "../parts/zone-map.ts";
import { phaseGroupWords, toShortDate, toStayWords } from "../words.ts";

type Stay = Zone["panel"][number];

const namesNow = (stays: readonly Stay[], none: string): string => {
  const names = stays.filter(({ toOn }) => toOn === null).map(({ name }) => name);
  return names.length === 0 ? none : names.join(", ");
};

const boundaryWords = (boundary: Zone["zone"]["boundary"]): string =>
  boundary === null ? "Not drawn" : counted(boundary.length, "point");

function ZoneFacts(props: { found: Zone }) {
  const way = useWay();
  const mayAdminister = useMayAdminister();
  const zone = () => props.found.zone;
  const change = (path: string) =>
    mayAdminister() && zone().closedOn === null
      ? way(`/set-up/zones/${zone().id}${path}`)
      : undefined;
  return (
    <SummaryList
      rows={[
        { term: "Name", value: zone().name, changeHref: change("") },
        { term: "For", value: phaseGroupWords[zone().phaseGroup] },
        {
          term: "Coordinator",
          value: namesNow(props.found.coordinators, "None yet"),
          changeHref: change("/people"),
        },
        {
          term: "Panel",
          value: namesNow(props.found.panel, "Nobody yet"),
          changeHref: change("/people"),
        },
        {
          term: "Boundary",
          value: boundaryWords(zone().boundary),
          changeHref: change("/boundary"),
        },
      ]}
    />
  );
}

function Schools(props: { found: Zone }) {
  const way = useWay();
  const mayAdminister = useMayAdminister();
  return (
    <>
      <Table
        caption={counted(props.found.schools.length, "school")}
        rows={props.found.schools}
        columns={[
          {
            key: "name",
            header: "School",
            rowHeader: true,
            cell: (school) => <Link href={way(`/schools/${school.urn}`)}>{school.name}</Link>,
          },
          {
            key: "pupils",
            header: "Pupils",
            numeric: true,
            cell: (school) => school.pupils ?? "–",
          },
          { key: "since", header: "Since", cell: (school) => toShortDate(school.fromOn) },
        ]}
        empty={<p class="govuk-body">No schools are in this zone.</p>}
      />
      <Show when={mayAdminister() && props.found.zone.closedOn === null}>
        <p class="govuk-body">
          <Link href={way(`/set-up/place?to=${props.found.zone.id}`)}>
            Place schools in this zone
          </Link>
        </p>
      </Show>
    </>
  );
}

function Past(props: { found: Zone }) {
  const before = (stays: readonly Stay[]) => stays.filter(({ toOn }) => toOn !== null);
  const lines = () => [
    ...props.found.schoolsBefore.map((stay) => `${stay.name}: ${toStayWords(stay)}`),
    ...before(props.found.coordinators).map(
      (stay) => `${stay.name}, coordinator: ${toStayWords(stay)}`,
    ),
    ...before(props.found.panel).map((stay) => `${stay.name}, panel: ${toStayWords(stay)}`),
  ];
  return (
    <Show when={lines().length > 0}>
      <Details summary="Who was here before">
        <ul class="govuk-list govuk-list--bullet">
          <For each={lines()}>{(line) => <li>{line}</li>}</For>
        </ul>
      </Details>
    </Show>
  );
}

function ZoneMap(props: { found: Zone }) {
  const [picked, setPicked] = createSignal<string>();
  const shapes = () => {
    const { zone, outline } = props.found;
    return zone.boundary === null ? toOutline(outline) : toArea(zone.id, "", zone.boundary);
  };
  return (
    <>
      <Heading level={2} size="m">
        On the map
      </Heading>
      <SvgMap
        label={`Map of the schools of ${props.found.zone.name}. The table lists them.`}
        points={toPoints(props.found.schools)}
        areas={shapes()}
        selected={picked()}
        onSelect={setPicked}
      />
    </>
  );
}

/** A zone, as everyone in the area reads it. */
export function ZonePage() {
  const params = useParams();
  const query = useZone(() => params["zone"] ?? "");
  return (
    <Loaded query={query} what="Loading the zone">
      {(found) => (
        <Page title={found().zone.name} caption="Zone" before={<ZoneTrail />}>
          <Said />
          <Show when={found().zone.closedOn}>
            {(closedOn) => (
              <InsetText>{`This zone was closed on ${toDateWords(closedOn())}.`}</InsetText>
            )}
          </Show>
          <ZoneFacts found={found()} />
          <Columns kind="main-side">
            <div>
              <Schools found={found()} />
            </div>
            <div>
              <ZoneMap found={found()} />
            </div>
          </Columns>
          <Past found={found()} />
        </Page>
      )}
    </Loaded>
  );
}
