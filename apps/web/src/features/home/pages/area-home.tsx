import { For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords, toNumberWords } from "../../../lib/words.ts";
import {
  Columns,
  counted,
  Heading,
  NotificationBanner,
  Page,
  SourceNote,
  StatTile,
} from "../../../ui/index.ts";
import { useAreaHome, type AreaHome } from "../data.ts";
import { groupWords, scopeWords, stateOrder, stateWords, termWords } from "../words.ts";

type Needs = NonNullable<AreaHome["needs"]>;

function NeedTiles(props: { area: string; needs: Needs }) {
  const below = () => (props.needs.of === "schools" ? "/needs" : "/queue");
  const line = (state: (typeof stateOrder)[number]) =>
    props.needs.states.find((each) => each.state === state);
  const late = (state: (typeof stateOrder)[number]) => line(state)?.late ?? 0;
  return (
    <section>
      <Heading level={2} size="m">
        {scopeWords[props.needs.of]}
      </Heading>
      <Columns kind="tiles">
        <For each={stateOrder}>
          {(state) => (
            <StatTile
              label={stateWords[state]}
              value={toNumberWords(line(state)?.count ?? 0)}
              href={inArea(props.area, below())}
              tone={late(state) > 0 ? "amber" : undefined}
              note={late(state) > 0 ? `${late(state)} past the day it was due` : undefined}
            />
          )}
        </For>
      </Columns>
    </section>
  );
}

function Schools(props: { area: string; home: AreaHome }) {
  return (
    <section>
      <Heading level={2} size="m">
        Schools
      </Heading>
      <Columns kind="tiles">
        <StatTile
          label="Open schools"
          value={toNumberWords(props.home.schools.total)}
          href={inArea(props.area, "/schools")}
        />
        <For each={props.home.schools.counts}>
          {({ group, count }) => (
            <StatTile
              label={group === "all" ? "All" : groupWords[group]}
              value={toNumberWords(count)}
            />
          )}
        </For>
        <StatTile
          label="Zones"
          value={toNumberWords(props.home.zones)}
          href={inArea(props.area, "/zones")}
        />
      </Columns>
      <Show
        when={props.home.register}
        fallback={
          <p class="govuk-body">The register is empty. An administrator fills it under Imports.</p>
        }
      >
        {(register) => (
          <SourceNote source={register().source} asOf={toDateWords(register().asOf)} />
        )}
      </Show>
    </section>
  );
}

/** Where a person lands in an area: what waits, and what the register holds. */
export function AreaHomePage() {
  const slug = useAreaSlug();
  const query = useAreaHome(slug);
  return (
    <Loaded query={query} what="Loading the area">
      {(home) => (
        <Page title={home().name} lead={termWords(home())}>
          <Show when={home().isDemonstration}>
            <NotificationBanner title="This is a demonstration">
              <p class="govuk-body">
                {`${home().name}, its ${counted(home().schools.total, "school")}, its people and every figure are invented.`}
              </p>
            </NotificationBanner>
          </Show>
          <Show when={home().needs}>{(needs) => <NeedTiles area={slug()} needs={needs()} />}</Show>
          <Schools area={slug()} home={home()} />
        </Page>
      )}
    </Loaded>
  );
}
