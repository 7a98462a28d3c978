import "../../../look/school.scss";
import { For, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { Card, Heading, Link } from "../../../ui/index.ts";
import type { SchoolLine } from "../data.ts";
import { colourOf } from "../places.ts";
import { phaseWords } from "../words.ts";
import { StatusTag } from "./school-table.tsx";

/** The school that is picked, in a few words, with the way to its page. */
export function PickedSchool(props: { area: string; school: SchoolLine | undefined }) {
  return (
    <Show
      when={props.school}
      fallback={
        <p class="govuk-body">Pick a dot, on the map or in the list, to see which school it is.</p>
      }
    >
      {(school) => (
        <Card sand>
          <Heading level={2} size="s">
            <Link href={inArea(props.area, `/schools/${school().urn}`)}>{school().name}</Link>
          </Heading>
          <p class="govuk-body-s">
            {[phaseWords[school().phase], school().postcode ?? "", ...school().zones]
              .filter((part) => part !== "")
              .join(" · ")}{" "}
            <StatusTag status={school().status} />
          </p>
        </Card>
      )}
    </Show>
  );
}

/** The schools of the map by name: whoever does not use the map has everything here. */
export function PlaceList(props: {
  area: string;
  schools: readonly SchoolLine[];
  onPick: (urn: string) => void;
}) {
  return (
    <ul class="govuk-list a-place-list">
      <For each={props.schools}>
        {(school) => (
          <li>
            <button
              type="button"
              class="a-dot-button"
              aria-label={`Show ${school.name} on the map`}
              onClick={() => props.onPick(String(school.urn))}
            >
              <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
                <circle cx="7" cy="7" r="6" class={`a-fill-${colourOf(school)}`} />
              </svg>
            </button>
            <Link href={inArea(props.area, `/schools/${school.urn}`)}>{school.name}</Link>
          </li>
        )}
      </For>
    </ul>
  );
}
