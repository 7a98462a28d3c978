import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  Breadcrumbs,
  ButtonRow,
  EmptyState,
  Link,
  LinkButton,
  Page,
  SummaryList,
  Table,
  Tag,
  type Column,
} from "../../../ui/index.ts";
import { useBody, type BodyPage } from "../data.ts";
import { ActionTable } from "../parts/action-table.tsx";
import { Seats } from "../parts/seats.tsx";
import { kindWords, meetingColours, meetingWords } from "../words.ts";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Shown = { area: string; body: BodyPage };
type Meeting = BodyPage["meetings"][number];

const columnsFor = (area: string): readonly Column<Meeting>[] => [
  {
    key: "date",
    header: "Day",
    rowHeader: true,
    cell: (line) => (
      <Link href={inArea(area, `/board/meetings/${line.id}`)}>{toDateWords(line.date)}</Link>
    ),
  },
  { key: "place", header: "Place", cell: (line) => `${line.time}, ${line.place}` },
  {
    key: "state",
    header: "State",
    cell: (line) => <Tag colour={meetingColours[line.state]}>{meetingWords[line.state]}</Tag>,
  },
  {
    key: "pack",
    header: "Pack",
    cell: (line) => (
      <Show when={line.pack} fallback="None">
        {(number) => (
          <Link href={inArea(area, `/board/meetings/${line.id}/pack/${number()}`)}>
            {`Version ${number()}`}
          </Link>
        )}
      </Show>
    ),
  },
];

function Whole(props: Shown) {
  const open = () => props.body.actions.filter(({ state }) => state === "open");
  return (
    <Page
      title={props.body.name}
      caption={kindWords[props.body.kind]}
      before={
        <Breadcrumbs
          crumbs={[{ text: "Boards and groups", href: inArea(props.area, "/board/bodies") }]}
        />
      }
    >
      <SummaryList
        rows={[
          { term: "For", value: capital(props.body.remit) },
          { term: "Quorum", value: `${props.body.quorum} members` },
        ]}
      />
      <Show when={props.body.may.keep}>
        <p class="govuk-body">
          <Link href={inArea(props.area, `/board/bodies/${props.body.id}/change`)}>
            Change name, remit or quorum
          </Link>
        </p>
      </Show>
      <h2 class="govuk-heading-l">Meetings</h2>
      <Table
        caption="Meetings"
        captionHidden
        rows={props.body.meetings}
        columns={columnsFor(props.area)}
        empty={<EmptyState title="No meeting has been planned yet" />}
      />
      <Show when={props.body.may.keep}>
        <ButtonRow>
          <LinkButton href={inArea(props.area, `/board/bodies/${props.body.id}/meeting`)}>
            Plan a meeting
          </LinkButton>
        </ButtonRow>
      </Show>
      <h2 class="govuk-heading-l">Members</h2>
      <Seats {...props} />
      <h2 class="govuk-heading-l">Open actions</h2>
      <ActionTable area={props.area} actions={open()} caption="Open actions" />
    </Page>
  );
}

/** One board or area group. */
export function OneBody() {
  const slug = useAreaSlug();
  const params = useParams();
  const body = useBody(() => ({ area: slug(), id: params["body"] ?? "" }));
  return (
    <Loaded query={body} what="Loading the board">
      {(known) => <Whole area={slug()} body={known()} />}
    </Loaded>
  );
}
