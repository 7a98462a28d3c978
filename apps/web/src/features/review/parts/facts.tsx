import { For, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { Link } from "../../../ui/index.ts";
import type { ReviewedSchool } from "../data.ts";
import {
  toChangeWords,
  toInspectionWords,
  toOutcomeWords,
  toSupportWords,
  toTermWords,
} from "../words.ts";
import { Found } from "./found.tsx";

function Facts(props: { title: string; texts: readonly string[]; otherwise: string }) {
  return (
    <section>
      <h2 class="govuk-heading-s">{props.title}</h2>
      <Show
        when={props.texts.length > 0}
        fallback={<p class="govuk-body a-quiet a-small">{props.otherwise}</p>}
      >
        <ul class="govuk-list a-small">
          <For each={props.texts}>{(text) => <li>{text}</li>}</For>
        </ul>
      </Show>
    </section>
  );
}

/** What is known of the school without asking anybody, beside the form. */
export function KnownFacts(props: { area: string; given: ReviewedSchool }) {
  const school = () => props.given.school;
  return (
    <div>
      <Facts
        title="Ofsted"
        texts={school().inspections.map(toInspectionWords)}
        otherwise="No inspection is known."
      />
      <Facts
        title="Results"
        texts={props.given.outcomes.map(toOutcomeWords)}
        otherwise="Nothing is published."
      />
      <Facts
        title="Changes since last term"
        texts={school().changes.map(toChangeWords)}
        otherwise="None is known."
      />
      <Facts
        title="Support"
        texts={[toSupportWords(school().support)].filter((text) => text !== "")}
        otherwise="None under way, and no need waits."
      />
      <Show when={school().last}>
        {(last) => (
          <section>
            <h2 class="govuk-heading-s">{`Found in the ${toTermWords(last().term).toLowerCase()}`}</h2>
            <div class="govuk-body">
              <Found judgements={last().judgements} words={props.given.lists.words} />
            </div>
          </section>
        )}
      </Show>
      <p class="govuk-body a-small">
        <Link href={inArea(props.area, `/schools/${school().urn}`)}>
          {`All that the register says of ${school().name}`}
        </Link>
      </p>
    </div>
  );
}
