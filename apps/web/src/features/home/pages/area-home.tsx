import { For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { useSession } from "../../../app/session.ts";
import { useLive } from "../../../lib/live.ts";
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
import { Begin } from "../parts/begin.tsx";
import { WaitingList } from "../parts/waiting.tsx";
import { roleWords } from "../../session/role-words.ts";
import { useAreaHome, type AreaHome } from "../data.ts";
import {
  groupWords,
  schoolStateWords,
  scopeWords,
  stateOrder,
  stateWords,
  termWords,
} from "../words.ts";

type Needs = NonNullable<AreaHome["needs"]>;

const someNeeds = (needs: AreaHome["needs"]): Needs | undefined =>
  needs !== null && (needs.of !== "schools" || needs.states.length > 0) ? needs : undefined;

function NeedTiles(props: { area: string; needs: Needs }) {
  const below = (state: (typeof stateOrder)[number]) =>
    isSchool() ? "/needs" : `/queue?stage=${state}`;
  const line = (state: (typeof stateOrder)[number]) =>
    props.needs.states.find((each) => each.state === state);
  const isSchool = () => props.needs.of === "schools";
  /** A school's own few needs: where nothing stands, nothing is shown. */
  const shown = () => stateOrder.filter((state) => !isSchool() || (line(state)?.count ?? 0) > 0);
  const words = () => (isSchool() ? schoolStateWords : stateWords);
  const late = (state: (typeof stateOrder)[number]) => line(state)?.late ?? 0;
  return (
    <section>
      <Heading level={2} size="m">
        {scopeWords[props.needs.of]}
      </Heading>
      <Columns kind="tiles">
        <For each={shown()}>
          {(state) => (
            <StatTile
              label={words()[state]}
              value={toNumberWords(line(state)?.count ?? 0)}
              href={inArea(props.area, below(state))}
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

/** What the person is in this area, in words. */
const usePartWords = (slug: () => string) => {
  const session = useSession();
  return () =>
    (session.data?.homes ?? [])
      .filter(({ area }) => area === slug())
      .map(({ role, place }) => [roleWords[role], place].filter((part) => part).join(", "))
      .join(" · ");
};

/** Where a person lands in an area: what needs them now, then what is going on, and what the register holds. */
export function AreaHomePage() {
  const slug = useAreaSlug();
  useLive(slug);
  const query = useAreaHome(slug);
  const parts = usePartWords(slug);
  return (
    <Loaded query={query} what="Loading the area">
      {(home) => (
        <Page title={home().name} caption={parts()} lead={termWords(home())}>
          <WaitingList area={slug()} waiting={home().waiting} />
          <Begin area={slug()} />
          <Show when={home().isDemonstration}>
            <NotificationBanner title="This is a demonstration">
              <p class="govuk-body">
                {`${home().name}, its ${counted(home().schools.total, "school")}, its people and every figure are invented.`}
              </p>
            </NotificationBanner>
          </Show>
          <Show when={someNeeds(home().needs)}>
            {(needs) => <NeedTiles area={slug()} needs={needs()} />}
          </Show>
          <Schools area={slug()} home={home()} />
        </Page>
      )}
    </Loaded>
  );
}
