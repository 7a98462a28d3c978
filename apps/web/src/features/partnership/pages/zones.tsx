import { Show } from "solid-js";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  ButtonRow,
  counted,
  Details,
  EmptyState,
  Link,
  LinkButton,
  Page,
  SvgMap,
  Table,
} from "../../../ui/index.ts";
import { useZones, type ZoneLine } from "../data.ts";
import { Said } from "../parts/said.tsx";
import { useMayAdminister, useWay } from "../parts/way.tsx";
import { toArea } from "../parts/zone-map.ts";
import { phaseGroupShort } from "../words.ts";

function ZoneTable(props: { zones: readonly ZoneLine[] }) {
  const way = useWay();
  return (
    <Table
      caption={counted(props.zones.length, "zone")}
      rows={props.zones}
      columns={[
        {
          key: "name",
          header: "Zone",
          rowHeader: true,
          cell: (zone) => <Link href={way(`/zones/${zone.id}`)}>{zone.name}</Link>,
        },
        { key: "group", header: "For", cell: (zone) => phaseGroupShort[zone.phaseGroup] },
        { key: "schools", header: "Schools", numeric: true, cell: (zone) => zone.schools },
        {
          key: "coordinator",
          header: "Coordinator",
          cell: (zone) =>
            zone.coordinators.length === 0 ? "None yet" : zone.coordinators.join(", "),
        },
      ]}
      empty={
        <EmptyState title="No zones yet">
          <p class="govuk-body">
            A zone is a group of schools that support one another, with a coordinator and a panel of
            its heads.
          </p>
        </EmptyState>
      }
    />
  );
}

function ClosedZones(props: { zones: readonly ZoneLine[] }) {
  const way = useWay();
  return (
    <Show when={props.zones.length > 0}>
      <Details summary={counted(props.zones.length, "closed zone")}>
        <ul class="govuk-list">
          {props.zones.map((zone) => (
            <li>
              <Link href={way(`/zones/${zone.id}`)}>{zone.name}</Link>
              {`, closed on ${toDateWords(zone.closedOn ?? "")}`}
            </li>
          ))}
        </ul>
      </Details>
    </Show>
  );
}

/** Shapes that lie apart: zones of one phase group, so that none hides another. */
const shapesOf = (zones: readonly ZoneLine[]) =>
  zones
    .filter(({ phaseGroup }) => phaseGroup === "all" || phaseGroup === "primary")
    .flatMap((zone) => toArea(zone.id, zone.name, zone.boundary));

export function ZoneList() {
  const way = useWay();
  const mayAdminister = useMayAdminister();
  const query = useZones();
  const open = () => query.data?.zones.filter(({ closedOn }) => closedOn === null) ?? [];
  const closed = () => query.data?.zones.filter(({ closedOn }) => closedOn !== null) ?? [];
  return (
    <Loaded query={query} what="Loading zones">
      {(found) => (
        <Page title="Zones" lead="Groups of schools that support one another.">
          <Said />
          <Show when={mayAdminister()}>
            <ButtonRow>
              <LinkButton href={way("/set-up/zones/new")}>Create a zone</LinkButton>
              <LinkButton kind="secondary" href={way("/set-up/place")}>
                Place schools in zones
              </LinkButton>
            </ButtonRow>
          </Show>
          <Show when={open().length > 0 && found().schoolsInNone > 0}>
            <p class="govuk-body">
              {`${counted(found().schoolsInNone, "school")} in no zone. `}
              <Show when={mayAdminister()}>
                <Link href={way("/set-up/place?zone=none")}>Place them</Link>
              </Show>
            </p>
          </Show>
          <ZoneTable zones={open()} />
          <Show when={shapesOf(open()).length > 0}>
            <SvgMap
              label="Map of the zones. The table above lists them."
              points={[]}
              areas={shapesOf(open())}
            />
          </Show>
          <ClosedZones zones={closed()} />
        </Page>
      )}
    </Loaded>
  );
}
