import { useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords, toMomentWords } from "../../../lib/words.ts";
import {
  announce,
  Breadcrumbs,
  Button,
  ButtonRow,
  counted,
  InsetText,
  Link,
  LinkButton,
  Page,
  SummaryList,
  Tag,
  WhoActsNext,
} from "../../../ui/index.ts";
import { useMeeting, useMeetingAct, type MeetingPage } from "../data.ts";
import { ActionTable } from "../parts/action-table.tsx";
import { PackMaker } from "../parts/pack-maker.tsx";
import { RecordForms } from "../parts/record-forms.tsx";
import { groundWords, meetingColours, meetingWords } from "../words.ts";

type Shown = { area: string; meeting: MeetingPage };

const names = new Intl.ListFormat("en-GB", { type: "conjunction" });

const namesOf = ({ people }: MeetingPage, ids: readonly string[]): string =>
  ids.length === 0
    ? "Nobody"
    : names.format(
        ids.map((id) => people.find(({ personId }) => personId === id)?.name ?? "A former member"),
      );

function Next(props: Shown) {
  const isToday = () => props.meeting.today >= props.meeting.date;
  return (
    <Show when={props.meeting.state === "held" || (props.meeting.state === "planned" && isToday())}>
      <WhoActsNext
        who={
          props.meeting.state === "held"
            ? props.meeting.may.approve
              ? "You"
              : "The chair"
            : props.meeting.may.keep
              ? "You"
              : "The clerk"
        }
        what={
          props.meeting.state === "held"
            ? props.meeting.may.approve
              ? "approve the minutes when they are right"
              : "approves the minutes"
            : props.meeting.may.keep
              ? "write the minutes"
              : "writes the minutes"
        }
      />
    </Show>
  );
}

function Attendance(props: Shown) {
  const quorum = () => props.meeting.quorum;
  return (
    <Show when={props.meeting.state === "held" || props.meeting.state === "approved"}>
      <h2 class="govuk-heading-l">Who was there</h2>
      <SummaryList
        rows={[
          { term: "Present", value: namesOf(props.meeting, props.meeting.attendance.present) },
          { term: "Apologies", value: namesOf(props.meeting, props.meeting.attendance.apologies) },
          {
            term: "Interests declared",
            value:
              props.meeting.attendance.interests.length === 0
                ? "None"
                : props.meeting.attendance.interests
                    .map(({ personId, words }) => `${namesOf(props.meeting, [personId])}: ${words}`)
                    .join("; "),
          },
          {
            term: "Quorum",
            value: `${counted(quorum().present, "member")} there, ${quorum().needed} needed: ${quorum().isQuorate ? "enough to decide" : "too few to decide"}`,
          },
        ]}
      />
      <h2 class="govuk-heading-l">Minutes</h2>
      <p class="govuk-body a-words">{props.meeting.minutes || "Nothing has been written yet."}</p>
      <Show when={props.meeting.approved}>
        {(approved) => (
          <p class="govuk-body a-quiet">{`Approved by ${approved().by} on ${toMomentWords(approved().at)}.`}</p>
        )}
      </Show>
    </Show>
  );
}

function Packs(props: Shown) {
  const isOut = () => props.meeting.packs.some(({ issuedAt }) => issuedAt !== null);
  return (
    <>
      <h2 class="govuk-heading-l">Pack</h2>
      <Show
        when={props.meeting.packs.length > 0}
        fallback={<p class="govuk-body">No pack has been issued for this meeting.</p>}
      >
        <ul class="govuk-list">
          <For each={props.meeting.packs}>
            {(pack) => (
              <li>
                <Link
                  href={inArea(
                    props.area,
                    `/board/meetings/${props.meeting.id}/pack/${pack.number}`,
                  )}
                >
                  {`Version ${pack.number}`}
                </Link>
                {`, as it stood on ${toMomentWords(pack.frozenAt)}. `}
                <Tag colour={pack.issuedAt === null ? "grey" : "green"}>
                  {pack.issuedAt === null ? "Draft" : "Issued"}
                </Tag>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.meeting.may.keep && props.meeting.state === "planned" && !isOut()}>
        <PackMaker {...props} />
      </Show>
    </>
  );
}

function Outcome(props: Shown) {
  const isOver = () => props.meeting.state === "held" || props.meeting.state === "approved";
  return (
    <Show when={isOver()}>
      <h2 class="govuk-heading-l">Decisions</h2>
      <Show
        when={props.meeting.decisions.length > 0}
        fallback={<p class="govuk-body">Nothing was decided.</p>}
      >
        <ol class="govuk-list">
          <For each={props.meeting.decisions}>
            {(decision) => (
              <li>
                <strong>{`Number ${decision.number}: ${decision.text}`}</strong>
                <div>{decision.reason}</div>
                <div class="a-small a-quiet">{groundWords(decision.ground)}</div>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <h2 class="govuk-heading-l">Actions of this meeting</h2>
      <ActionTable
        area={props.area}
        actions={props.meeting.actions}
        caption="Actions of this meeting"
      />
      <Show when={props.meeting.may.keep && props.meeting.state === "held"}>
        <Show when={!props.meeting.quorum.isQuorate}>
          <InsetText>
            Too few members were there to decide anything. Actions can still be asked for.
          </InsetText>
        </Show>
        <RecordForms {...props} />
      </Show>
    </Show>
  );
}

function Acts(props: Shown) {
  const act = useMeetingAct();
  const approve = async () => {
    const { area, meeting } = props;
    const { id, version } = meeting;
    const outcome = await act(() => api.meeting.approve.mutate({ area, id, version }));
    announce(outcome.done ? "The minutes are approved" : (outcome.message ?? "Try again"));
  };
  const cancel = async () => {
    const { area, meeting } = props;
    const { id, version } = meeting;
    const outcome = await act(() => api.meeting.cancel.mutate({ area, id, version }));
    announce(outcome.done ? "The meeting is cancelled" : (outcome.message ?? "Try again"));
  };
  const below = (path: string) => inArea(props.area, `/board/meetings/${props.meeting.id}${path}`);
  const isPlanned = () => props.meeting.state === "planned";
  const mayWrite = () =>
    props.meeting.state === "held" || (isPlanned() && props.meeting.today >= props.meeting.date);
  return (
    <ButtonRow>
      <Show when={props.meeting.may.approve}>
        <Button onPress={() => void approve()}>Approve the minutes</Button>
      </Show>
      <Show when={props.meeting.may.keep && mayWrite()}>
        <LinkButton href={below("/minutes")}>Write the minutes</LinkButton>
      </Show>
      <Show when={props.meeting.may.keep && isPlanned()}>
        <LinkButton kind="secondary" href={below("/change")}>
          Change day, place or agenda
        </LinkButton>
        <Button kind="secondary" onPress={() => void cancel()}>
          Cancel the meeting
        </Button>
      </Show>
    </ButtonRow>
  );
}

function Whole(props: Shown) {
  return (
    <Page
      title={`Meeting on ${toDateWords(props.meeting.date)}`}
      caption={props.meeting.body.name}
      lead={`${props.meeting.time}, ${props.meeting.place}`}
      before={
        <Breadcrumbs
          crumbs={[
            { text: "Boards and groups", href: inArea(props.area, "/board/bodies") },
            {
              text: props.meeting.body.name,
              href: inArea(props.area, `/board/bodies/${props.meeting.body.id}`),
            },
          ]}
        />
      }
    >
      <p class="a-tags">
        <Tag colour={meetingColours[props.meeting.state]}>{meetingWords[props.meeting.state]}</Tag>
      </p>
      <Next {...props} />
      <Acts {...props} />
      <h2 class="govuk-heading-l">Agenda</h2>
      <ol class="govuk-list govuk-list--number">
        <For each={props.meeting.agenda}>{(item) => <li>{item}</li>}</For>
      </ol>
      <h2 class="govuk-heading-l">Actions carried forward</h2>
      <ActionTable
        area={props.area}
        actions={props.meeting.carried}
        caption="Actions carried forward"
      />
      <Packs {...props} />
      <Attendance {...props} />
      <Outcome {...props} />
    </Page>
  );
}

/** One meeting: what is put before it, who was there, what it decided and asked. */
export function OneMeeting() {
  const slug = useAreaSlug();
  const params = useParams();
  const meeting = useMeeting(() => ({ area: slug(), id: params["meeting"] ?? "" }));
  return (
    <Loaded query={meeting} what="Loading the meeting">
      {(known) => <Whole area={slug()} meeting={known()} />}
    </Loaded>
  );
}
