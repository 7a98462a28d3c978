import "../../../look/school.scss";
import { useLocation } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  counted,
  Details,
  EmptyState,
  FilterChips,
  FilterPanel,
  Heading,
  Link,
  ListLine,
  Page,
  SubNavigation,
  SvgMap,
  Columns,
  withParam,
} from "../../../ui/index.ts";
import { isOfOpenSchools, questionOf } from "../address.ts";
import {
  useAreaShapes,
  useSchoolChoices,
  useSchoolPlaces,
  type SchoolLine,
  type SchoolPlaces,
} from "../data.ts";
import { filtersOf } from "../parts/filters.ts";
import { PickedSchool, PlaceList } from "../parts/place-list.tsx";
import { areasOf, drawnGroups, isPlaced, mapKey, pointsOf } from "../places.ts";

function Key() {
  return (
    <ul class="a-legend">
      <For each={mapKey}>
        {(words, index) => (
          <li>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <circle cx="7" cy="7" r="6" class={`a-fill-${index() + 1}`} />
            </svg>
            {words}
          </li>
        )}
      </For>
    </ul>
  );
}

function Unplaced(props: { area: string; schools: readonly SchoolLine[] }) {
  return (
    <Show when={props.schools.length > 0}>
      <Heading level={2} size="s">
        {`${counted(props.schools.length, "school")} not on the map`}
      </Heading>
      <p class="govuk-body">The register has no grid reference for them.</p>
      <Details summary="Schools without a grid reference">
        <ul class="govuk-list">
          <For each={props.schools}>
            {(school) => (
              <li>
                <Link href={inArea(props.area, `/schools/${school.urn}`)}>{school.name}</Link>
              </li>
            )}
          </For>
        </ul>
      </Details>
    </Show>
  );
}

const groupWords = {
  all: "All phases",
  primary: "Primary zones",
  secondary: "Secondary zones",
  special: "Special zones",
} as const;

/** Which phase group's zones are drawn: kept in the address, like the filters. */
const useDrawnZones = (area: () => string) => {
  const location = useLocation();
  const shapes = useAreaShapes(area);
  const groups = () => drawnGroups(shapes.data);
  const asked = () => new URLSearchParams(location.search).get("zones");
  const group = () => groups().find((each) => each === asked()) ?? groups()[0];
  const links = () =>
    groups().map((each) => ({
      text: groupWords[each],
      href: withParam(location.search, "zones", each),
      current: each === group(),
    }));
  return { areas: () => areasOf(shapes.data, group()), links };
};

function Sheet(props: { area: string; found: SchoolPlaces }) {
  const zones = useDrawnZones(() => props.area);
  const [picked, setPicked] = createSignal<string>();
  const placed = () => props.found.schools.filter(isPlaced);
  const school = () => props.found.schools.find(({ urn }) => String(urn) === picked());
  return (
    <Show
      when={props.found.total > 0}
      fallback={
        <EmptyState title="No school fits these filters">
          <p class="govuk-body">Take a filter away, or look for another word.</p>
        </EmptyState>
      }
    >
      <Show when={placed().length > 0}>
        <Show when={zones.links().length > 1}>
          <SubNavigation label="Zones on the map" items={zones.links()} />
        </Show>
        <Key />
        <SvgMap
          label={`${counted(placed().length, "school")} and the zones of the area. The same schools are in the list below.`}
          points={pointsOf(props.found.schools)}
          areas={zones.areas()}
          selected={picked()}
          onSelect={setPicked}
        />
        <div aria-live="polite" class="a-picked">
          <PickedSchool area={props.area} school={school()} />
        </div>
        <Heading level={2} size="m">
          Schools on the map
        </Heading>
        <PlaceList area={props.area} schools={placed()} onPick={setPicked} />
      </Show>
      <Unplaced area={props.area} schools={props.found.schools.filter((each) => !isPlaced(each))} />
    </Show>
  );
}

/** Where the schools are: an extra beside the list, with the same filters at the same address. */
export function SchoolMap() {
  const slug = useAreaSlug();
  const location = useLocation();
  const choices = useSchoolChoices(slug);
  const filters = () => filtersOf(choices.data);
  const query = useSchoolPlaces(() => ({ area: slug(), ...questionOf(location.search) }));
  const words = (total: number) =>
    isOfOpenSchools(location.search) ? counted(total, "open school") : counted(total, "school");
  return (
    <Page title="Map of schools">
      <Columns kind="side-main">
        <FilterPanel groups={filters()} search={location.search} />
        <div>
          <FilterChips groups={filters()} search={location.search} />
          <Loaded query={query} what="Loading the map">
            {(found) => (
              <>
                <ListLine text={words(found().total)}>
                  <Link href={inArea(slug(), `/schools${location.search}`)}>
                    See them as a list
                  </Link>
                </ListLine>
                <Sheet area={slug()} found={found()} />
              </>
            )}
          </Loaded>
        </div>
      </Columns>
    </Page>
  );
}
