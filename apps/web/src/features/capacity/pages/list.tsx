import { Navigate, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  Downloads,
  ButtonRow,
  counted,
  Filtered,
  LinkButton,
  ListLine,
  Page,
} from "../../../ui/index.ts";
import {
  capacityAddress,
  capacityFile,
  leaderAddress,
  reviewsAddress,
  supplyMapAddress,
} from "../addresses.ts";
import { useCapacityChoices, useSupply, type CapacityChoices, type Supply } from "../data.ts";
import { newLeaderAddress } from "../../leader/addresses.ts";
import { filtersOf, questionOf } from "../list-address.ts";
import { StateTiles } from "../parts/state-tiles.tsx";
import { SupplyTable } from "../parts/supply-table.tsx";
import { TermNav } from "../parts/term-nav.tsx";
import { freeOf, toDays, toTerm } from "../words.ts";

const lineOf = (supply: Supply): string => {
  const ready = supply.leaders.filter(({ state }) => state === "ready").length;
  const leaders = counted(supply.leaders.length, "leader");
  return ready === 0 ? leaders : `${leaders}, ${ready} ready with ${toDays(freeOf(supply))} free`;
};

type Shown = { area: string; search: string; choices: CapacityChoices; supply: Supply };

function AreaList(props: Shown) {
  return (
    <>
      <TermNav
        choices={props.choices}
        termId={props.supply.term.id}
        hrefFor={(term) => capacityAddress(props.area, `?term=${term}`)}
      />
      <StateTiles area={props.area} counts={props.supply.counts} search={props.search} />
      <ButtonRow>
        <LinkButton kind="secondary" href={supplyMapAddress(props.area)}>
          Expertise by zone
        </LinkButton>
        <LinkButton kind="secondary" href={reviewsAddress(props.area)}>
          Designation reviews due
        </LinkButton>
        <Show when={props.supply.mayManage}>
          <LinkButton kind="secondary" href={newLeaderAddress(props.area)}>
            Add a leader
          </LinkButton>
        </Show>
      </ButtonRow>
      <Filtered groups={filtersOf(props.choices)} search={props.search}>
        <ListLine text={lineOf(props.supply)}>
          <Downloads csv={capacityFile(props.area, props.search)} />
        </ListLine>
        <SupplyTable area={props.area} choices={props.choices} leaders={props.supply.leaders} />
      </Filtered>
    </>
  );
}

function Whole(props: { area: string; choices: CapacityChoices }) {
  const location = useLocation();
  const query = useSupply(() => questionOf(props.area, location.search));
  const only = (supply: Supply) =>
    !supply.isWholeArea && supply.total === 1 ? supply.leaders[0]?.personId : undefined;
  return (
    <Loaded query={query} what="Loading the days">
      {(supply) => (
        <Show
          when={only(supply())}
          fallback={
            <Page
              title="Capacity"
              caption={toTerm(supply().term)}
              lead={
                supply().isWholeArea
                  ? "Days that leaders can give to other schools."
                  : "Days that your leaders can give to other schools."
              }
            >
              <Show
                when={supply().isWholeArea}
                fallback={
                  <SupplyTable
                    area={props.area}
                    choices={props.choices}
                    leaders={supply().leaders}
                  />
                }
              >
                <AreaList
                  area={props.area}
                  search={location.search}
                  choices={props.choices}
                  supply={supply()}
                />
              </Show>
            </Page>
          }
        >
          {(personId) => <Navigate href={leaderAddress(props.area, personId())} />}
        </Show>
      )}
    </Loaded>
  );
}

/** Who can give how many days. A leader who sees nobody else's comes to their own page at once. */
export function CapacityList() {
  const slug = useAreaSlug();
  const choices = useCapacityChoices(slug);
  return (
    <Loaded query={choices} what="Loading the lists">
      {(lists) => <Whole area={slug()} choices={lists()} />}
    </Loaded>
  );
}
