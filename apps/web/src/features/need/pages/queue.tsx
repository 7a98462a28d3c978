import { useLocation } from "@solidjs/router";
import { useAreaSlug } from "../../../app/area.ts";
import { useLive } from "../../../lib/live.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  ButtonRow,
  Columns,
  counted,
  FilterChips,
  FilterPanel,
  Link,
  LinkButton,
  ListLine,
  Page,
  Pagination,
} from "../../../ui/index.ts";
import { needsAddress, remindAddress } from "../addresses.ts";
import { useNeedChoices, useQueue, type NeedChoices, type Queue } from "../data.ts";
import { StageTiles } from "../parts/stage-tiles.tsx";
import { SavedViews } from "../parts/views.tsx";
import { QueueTable } from "../parts/queue-table.tsx";
import { fileAddress, filtersOf, pageOf, pageSize, questionOf } from "../queue-address.ts";

const lineOf = (search: string, total: number): string => {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const needs = counted(total, "need");
  return pages === 1 ? needs : `${needs}, page ${pageOf(search)} of ${pages}`;
};

function Results(props: { area: string; search: string; choices: NeedChoices; found: Queue }) {
  return (
    <>
      <ListLine text={lineOf(props.search, props.found.total)}>
        <Link href={remindAddress(props.area, props.search)}>Remind those who are awaited</Link>
        {" · "}
        <Link href={fileAddress(props.area, props.search)} download>
          Download as CSV
        </Link>
      </ListLine>
      <QueueTable
        area={props.area}
        choices={props.choices}
        needs={props.found.needs}
        search={props.search}
      />
      <Pagination
        page={pageOf(props.search)}
        pages={Math.ceil(props.found.total / pageSize)}
        search={props.search}
      />
    </>
  );
}

function Whole(props: { area: string; choices: NeedChoices }) {
  const location = useLocation();
  const query = useQueue(() => questionOf(props.area, location.search));
  const filters = () => filtersOf(props.choices);
  return (
    <Loaded query={query} what="Loading the queue">
      {(found) => (
        <Page title="Queue" lead="Needs that schools have sent, the next clock first.">
          <StageTiles area={props.area} counts={found().counts} search={location.search} />
          <ButtonRow>
            <LinkButton kind="secondary" href={`${needsAddress(props.area)}/new`}>
              Post a need for a school
            </LinkButton>
          </ButtonRow>
          <Columns kind="side-main">
            <FilterPanel groups={filters()} search={location.search} />
            <div>
              <SavedViews area={props.area} />
              <FilterChips groups={filters()} search={location.search} />
              <Results
                area={props.area}
                search={location.search}
                choices={props.choices}
                found={found()}
              />
            </div>
          </Columns>
        </Page>
      )}
    </Loaded>
  );
}

/** The coordinator's queue: filters, sort and page live in the address. */
export function NeedQueue() {
  const slug = useAreaSlug();
  useLive(slug);
  const choices = useNeedChoices(slug);
  return (
    <Loaded query={choices} what="Loading the lists">
      {(lists) => <Whole area={slug()} choices={lists()} />}
    </Loaded>
  );
}
