import { daysBetween, londonDateOf } from "@alongside/domain/calendar";
import type { DeploymentState } from "@alongside/domain/deployment";
import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { listFile, listQuestionIn, pageSize } from "../../../lib/list-question.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  Clock,
  counted,
  Downloads,
  EmptyState,
  Filtered,
  Link,
  Page,
  Results,
  Table,
  Tag,
  type Column,
  type FilterGroup,
} from "../../../ui/index.ts";
import { toDayWords } from "../../shortlist/words.ts";
import { useDeployments, type DeploymentLine, type DeploymentList } from "../data.ts";
import { lineNextWords, stateColours, stateWords } from "../words.ts";

const columnsFor = (
  area: string,
  today: DeploymentList["today"],
): readonly Column<DeploymentLine>[] => [
  {
    key: "deployment",
    header: "Deployment",
    sortable: true,
    rowHeader: true,
    cell: (line) => (
      <>
        <Link href={inArea(area, `/deployments/${line.id}`)}>
          {`${line.leader} for ${line.school}`}
        </Link>
        <div class="a-quiet a-small">
          {[line.reference, `home school ${line.homeSchool}`].filter(Boolean).join(" · ")}
        </div>
      </>
    ),
  },
  {
    key: "stage",
    header: "Stage",
    sortable: true,
    cell: (line) => (
      <>
        <Tag colour={stateColours[line.state]}>{stateWords[line.state]}</Tag>
        <Show when={line.isAmending}>
          <div class="a-quiet a-small">A change is being signed</div>
        </Show>
      </>
    ),
  },
  {
    key: "days",
    header: "Days",
    sortable: true,
    cell: (line) => (
      <>
        {toDayWords(line.halfDays)}
        <div class="a-quiet a-small">{`${toDateWords(line.from)} to ${toDateWords(line.to)}`}</div>
      </>
    ),
  },
  {
    key: "due",
    header: "Next",
    sortable: true,
    cell: (line) => (
      <>
        <div class="a-small">{lineNextWords(line)}</div>
        <Show when={line.due}>
          {(due) => (
            <Clock days={daysBetween(today, londonDateOf(due()))} on={toDateWords(due())} />
          )}
        </Show>
      </>
    ),
  },
];

const states = Object.keys(stateWords).filter(
  (state): state is DeploymentState => state in stateWords,
);

const groupsFor = ({ counts }: DeploymentList): readonly FilterGroup[] => [
  { kind: "search", name: "words", label: "Leader or school" },
  {
    kind: "many",
    name: "stage",
    label: "Stage",
    choices: states.map((value) => ({
      value,
      label: `${stateWords[value]} (${counts[value] ?? 0})`,
    })),
  },
];

function Found(props: { area: string; list: DeploymentList; search: string }) {
  return (
    <Filtered groups={groupsFor(props.list)} search={props.search}>
      <Results
        text={counted(props.list.total, "deployment")}
        total={props.list.total}
        size={pageSize}
        search={props.search}
        acts={
          <>
            <Link href={inArea(props.area, "/conflicts")}>Conflicts of interest</Link>
            {" · "}
            <Downloads csv={listFile(props.area, "deployments", props.search)} />
          </>
        }
      >
        <Table
          caption="Deployments"
          captionHidden
          columns={columnsFor(props.area, props.list.today)}
          rows={props.list.deployments}
          search={props.search}
          empty={<EmptyState title="No deployment fits" />}
        />
      </Results>
    </Filtered>
  );
}

/** The deployments that concern the reader, those with a clock first. */
export function Deployments() {
  const slug = useAreaSlug();
  const location = useLocation();
  const list = useDeployments(() => ({
    area: slug(),
    ...listQuestionIn(location.search, ["deployment", "stage", "days", "from", "due"]),
    states: new URLSearchParams(location.search).getAll("stage"),
  }));
  return (
    <Page
      title="Deployments"
      lead="Agreed pieces of work: who supports which school, from the draft of the agreement to the end."
    >
      <Loaded query={list} what="Loading the deployments">
        {(known) => (
          <Show
            when={known().all > 0}
            fallback={
              <EmptyState title="No deployment yet">
                <p class="govuk-body">
                  One begins when all sides have said yes to an offer. Those that concern you will
                  be listed here.
                </p>
              </EmptyState>
            }
          >
            <Found area={slug()} list={known()} search={location.search} />
          </Show>
        )}
      </Loaded>
    </Page>
  );
}
