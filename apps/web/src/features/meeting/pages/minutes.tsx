import { useNavigate, useParams } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  BackLink,
  Checkboxes,
  createForm,
  Form,
  Page,
  Select,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import { useMeeting, useMeetingAct, type MeetingPage } from "../data.ts";
import { seatWords } from "../words.ts";

type Answers = {
  readonly present: readonly string[];
  readonly apologies: readonly string[];
  readonly interestOf: string;
  readonly interest: string;
  readonly minutes: string;
};

type Shown = { area: string; meeting: MeetingPage };

const createMinutesForm = (props: Shown) => {
  const navigate = useNavigate();
  const act = useMeetingAct();
  const { id, version, attendance, minutes } = untrack(() => props.meeting);
  return createForm<Answers>({
    initial: {
      present: attendance.present,
      apologies: attendance.apologies,
      interestOf: "",
      interest: "",
      minutes,
    },
    check: ({ present, apologies, interestOf, interest }) => ({
      present: present.length === 0 ? "Choose who was there" : undefined,
      apologies: apologies.some((each) => present.includes(each))
        ? "Somebody is down as present and as excused"
        : undefined,
      interest: interestOf !== "" && interest.trim() === "" ? "Say what it is" : undefined,
    }),
    submit: async (answers) => {
      const { present, apologies, interestOf, interest } = answers;
      const added = interestOf === "" ? [] : [{ personId: interestOf, words: interest }];
      const interests = [...attendance.interests, ...added];
      const outcome = await act(() =>
        api.meeting.writeMinutes.mutate({
          area: props.area,
          id,
          version,
          attendance: { present: [...present], apologies: [...apologies], interests },
          minutes: answers.minutes,
        }),
      );
      if (outcome.done) navigate(inArea(props.area, `/board/meetings/${id}`));
      return outcome;
    },
  });
};

function MinutesForm(props: Shown) {
  const form = createMinutesForm(props);
  const people = () =>
    props.meeting.people.map(({ personId, name, role }) => ({
      value: personId,
      label: role === "member" ? name : `${name} (${seatWords[role].toLowerCase()})`,
    }));
  return (
    <Page
      title="Write the minutes"
      caption={`${props.meeting.body.name}, ${toDateWords(props.meeting.date)}`}
      before={<BackLink href={inArea(props.area, `/board/meetings/${props.meeting.id}`)} />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel="Save the minutes">
        <Checkboxes
          label="Who was there?"
          hint={`${props.meeting.quorum.needed} members make a quorum; a clerk does not count`}
          small
          choices={people()}
          {...form.field("present")}
        />
        <Checkboxes
          label="Who sent apologies?"
          small
          choices={people()}
          {...form.field("apologies")}
        />
        <Select
          label="Did somebody declare an interest?"
          hint="One at a time: save, and add the next"
          choices={[{ value: "", label: "Nobody, or no more" }, ...people()]}
          {...form.field("interestOf")}
        />
        <Show when={form.values().interestOf !== ""}>
          <TextField label="What interest?" {...form.field("interest")} />
        </Show>
        <TextArea
          label="Minutes"
          hint="Decisions and actions are recorded one by one after this"
          rows={12}
          limit={20000}
          {...form.field("minutes")}
        />
      </Form>
    </Page>
  );
}

/** Who was at a meeting, and what was said. */
export function Minutes() {
  const slug = useAreaSlug();
  const params = useParams();
  const meeting = useMeeting(() => ({ area: slug(), id: params["meeting"] ?? "" }));
  return (
    <Loaded query={meeting} what="Loading the form">
      {(known) => <MinutesForm area={slug()} meeting={known()} />}
    </Loaded>
  );
}
