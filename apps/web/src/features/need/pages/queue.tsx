import { useLocation } from "@solidjs/router";
import { useAreaSlug } from "../../../app/area.ts";
import { useLive } from "../../../lib/live.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  Downloads,
  ButtonRow,
  counted,
  Filtered,
  Link,
  LinkButton,
  Page,
  Results,
} from "../../../ui/index.ts";
import { needsAddress, remindAddress } from "../addresses.ts";
import { useNeedChoices, useQueue, type NeedChoices, type Queue } from "../data.ts";
import { StageTiles } from "../parts/stage-tiles.tsx";
import { SavedViews } from "../parts/views.tsx";
import { QueueTable } from "../parts/queue-table.tsx";
import { fileAddress, filtersOf, pageSize, questionOf } from "../queue-address.ts";

function Needs(props: { area: string; search: string; choices: NeedChoices; found: Queue }) {
  return (
    <Results
      text={counted(props.found.total, "need")}
      total={props.found.total}
      size={pageSize}
      search={props.search}
      acts={
        <>
          <Link href={remindAddress(props.area, props.search)}>Remind those who are awaited</Link>
          {" · "}
          <Downloads csv={fileAddress(props.area, props.search)} />
        </>
      }
    >
      <QueueTable
        area={props.area}
        choices={props.choices}
        needs={props.found.needs}
        search={props.search}
      />
    </Results>
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
          <Filtered
            groups={filters()}
            search={location.search}
            above={<SavedViews area={props.area} />}
          >
            <Needs
              area={props.area}
              search={location.search}
              choices={props.choices}
              found={found()}
            />
          </Filtered>
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
