import { For, Show } from "solid-js";
import { toDateWords, toMomentWords } from "../../../lib/words.ts";
import { Heading, Timeline } from "../../../ui/index.ts";
import type { SchoolPage } from "../data.ts";
import { toFieldWords } from "../words.ts";

type Change = SchoolPage["changes"][number];

const kindWords: Readonly<Record<Change["kind"], string>> = {
  added: "Added to the register",
  changed: "Changed",
  closed: "Closed",
  reopened: "Opened again",
};

function Values(props: { change: Change }) {
  return (
    <ul class="govuk-list">
      <For each={props.change.values}>
        {({ field, before, after }) => (
          <li>{`${toFieldWords(field)}: ${before ?? "blank"} → ${after ?? "blank"}`}</li>
        )}
      </For>
    </ul>
  );
}

/** What each import changed on the school, value by value. */
export function Changes(props: { school: SchoolPage }) {
  const items = () =>
    props.school.changes.map((change) => ({
      title: kindWords[change.kind],
      when: `${change.source}, as of ${toDateWords(change.asOf)}`,
      at: change.asOf,
      body: (
        <>
          <Show when={change.values.length > 0}>
            <Values change={change} />
          </Show>
          <Show when={change.confirmedAt}>
            {(at) => <p class="a-quiet">{`Confirmed ${toMomentWords(at())}`}</p>}
          </Show>
        </>
      ),
    }));
  return (
    <section>
      <Heading level={2} size="m">
        What imports changed
      </Heading>
      <Show
        when={items().length > 0}
        fallback={<p class="govuk-body">No import has changed anything here.</p>}
      >
        <Timeline label="Changes by imports" items={items()} />
      </Show>
    </section>
  );
}
