import { untrack } from "solid-js";
import { useNavigate, useParams } from "@solidjs/router";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  BackLink,
  createForm,
  DateTextField,
  Form,
  isoOfText,
  Page,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import { useBody, useMeeting, useMeetingAct, type MeetingPage } from "../data.ts";

type Answers = {
  readonly date: string;
  readonly time: string;
  readonly place: string;
  readonly agenda: string;
};

type Shown = {
  area: string;
  body: { readonly id: string; readonly name: string };
  meeting: MeetingPage | undefined;
};

const usualAgenda = [
  "Minutes and actions of the last meeting",
  "The figures of the pack",
  "Unmet needs and cold spots",
  "What the support has changed",
  "Decisions",
].join("\n");

const check = ({ date, time, place }: Answers) => ({
  date: isoOfText(date) === undefined ? "Enter a day, such as 4 November 2026" : undefined,
  time: /^\d{1,2}:\d{2}$/.test(time.trim()) ? undefined : "Enter a time, such as 16:00",
  place: place.trim() === "" ? "Say where it is" : undefined,
});

const createMeetingForm = (props: Shown) => {
  const navigate = useNavigate();
  const act = useMeetingAct();
  const meeting = untrack(() => props.meeting);
  return createForm<Answers>({
    initial: {
      date: meeting === undefined ? "" : toDateWords(meeting.date),
      time: meeting?.time ?? "16:00",
      place: meeting?.place ?? "",
      agenda: meeting?.agenda.join("\n") ?? usualAgenda,
    },
    check,
    submit: async ({ date, time, place, agenda }) => {
      const made: { id?: string } = {};
      const words = {
        area: props.area,
        date: isoOfText(date) ?? "",
        time: time.trim().padStart(5, "0"),
        place,
        agenda: agenda.split("\n"),
      };
      const outcome = await act(async () => {
        if (meeting === undefined)
          made.id = (await api.meeting.plan.mutate({ ...words, bodyId: props.body.id })).id;
        else {
          const { id, version } = meeting;
          await api.meeting.revise.mutate({ ...words, id, version });
          made.id = id;
        }
      });
      if (outcome.done) navigate(inArea(props.area, `/board/meetings/${made.id ?? ""}`));
      return outcome;
    },
  });
};

function MeetingForm(props: Shown) {
  const form = createMeetingForm(props);
  const isNew = () => props.meeting === undefined;
  return (
    <Page
      title={isNew() ? "Plan a meeting" : "Change the meeting"}
      caption={props.body.name}
      before={
        <BackLink
          href={inArea(
            props.area,
            props.meeting === undefined
              ? `/board/bodies/${props.body.id}`
              : `/board/meetings/${props.meeting.id}`,
          )}
        />
      }
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel={isNew() ? "Plan the meeting" : "Save"}>
        <DateTextField label="Day" {...form.field("date")} />
        <TextField label="Time" width={5} {...form.field("time")} />
        <TextField label="Place" hint="Or how to join from elsewhere" {...form.field("place")} />
        <TextArea
          label="Agenda"
          hint="A line for each item. Open actions and the pack come by themselves."
          rows={7}
          {...form.field("agenda")}
        />
      </Form>
    </Page>
  );
}

/** Plans a meeting of a board or a group. */
export function PlanMeeting() {
  const slug = useAreaSlug();
  const params = useParams();
  const body = useBody(() => ({ area: slug(), id: params["body"] ?? "" }));
  return (
    <Loaded query={body} what="Loading the form">
      {(known) => <MeetingForm area={slug()} body={known()} meeting={undefined} />}
    </Loaded>
  );
}

/** Moves a meeting that is to come, or changes its agenda. */
export function ChangeMeeting() {
  const slug = useAreaSlug();
  const params = useParams();
  const meeting = useMeeting(() => ({ area: slug(), id: params["meeting"] ?? "" }));
  return (
    <Loaded query={meeting} what="Loading the form">
      {(known) => <MeetingForm area={slug()} body={known().body} meeting={known()} />}
    </Loaded>
  );
}
