import { useNavigate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  createForm,
  DateField,
  Form,
  isEmptyDate,
  isoOfParts,
  noDate,
  Page,
  Radios,
  TextArea,
  TextField,
  type DateParts,
} from "../../../ui/index.ts";
import { designationsAddress } from "../../capacity/addresses.ts";
import { useCapacityChoices, type CapacityChoices } from "../../capacity/data.ts";
import { useLeader, useLeaderAct, type LeaderPage } from "../data.ts";

type Shown = { area: string; leader: LeaderPage; choices: CapacityChoices };

type Answers = {
  readonly type: string;
  readonly awardingBody: string;
  readonly fromOn: DateParts;
  readonly toOn: DateParts;
  readonly reviewDue: DateParts;
  readonly evidence: string;
  readonly status: "applied" | "designated" | "";
};

const empty: Answers = {
  type: "",
  awardingBody: "",
  fromOn: noDate,
  toOn: noDate,
  reviewDue: noDate,
  evidence: "",
  status: "",
};

const dayNeeded = (date: DateParts) =>
  isoOfParts(date) === undefined ? "Enter a day, month and year" : undefined;
const dayIfAny = (date: DateParts) => (isEmptyDate(date) ? undefined : dayNeeded(date));
const wordsNeeded = (text: string, missing: string) => (text.trim() === "" ? missing : undefined);

const check = (values: Answers) => ({
  type: wordsNeeded(values.type, "Choose a designation"),
  status: wordsNeeded(values.status, "Choose where it stands"),
  awardingBody: wordsNeeded(values.awardingBody, "Enter who awarded it"),
  fromOn: dayNeeded(values.fromOn),
  toOn: dayIfAny(values.toOn),
  reviewDue: dayIfAny(values.reviewDue),
  evidence: wordsNeeded(values.evidence, "Enter the evidence"),
});

function Fields(props: { form: ReturnType<typeof createForm<Answers>>; choices: CapacityChoices }) {
  const types = () =>
    (props.choices.lists["designation"] ?? [])
      .filter(({ isRetired }) => !isRetired)
      .map(({ code, label, help }) => ({
        value: code,
        label,
        ...(help === null ? {} : { hint: help }),
      }));
  return (
    <>
      <Radios label="Designation" small choices={types()} {...props.form.field("type")} />
      <Radios
        label="Where does it stand?"
        small
        choices={[
          { value: "designated", label: "Designated" },
          { value: "applied", label: "Applied for" },
        ]}
        {...props.form.field("status")}
      />
      <TextField label="Awarded by" {...props.form.field("awardingBody")} />
      <DateField label="From" {...props.form.field("fromOn")} />
      <DateField label="To" optional {...props.form.field("toOn")} />
      <DateField
        label="Review due"
        hint="Four years after the first day, if left blank"
        optional
        {...props.form.field("reviewDue")}
      />
      <TextArea label="Evidence" rows={3} {...props.form.field("evidence")} />
    </>
  );
}

function AddForm(props: Shown) {
  const act = useLeaderAct();
  const navigate = useNavigate();
  const back = () => designationsAddress(props.area, props.leader.personId);
  const form = createForm<Answers>({
    initial: empty,
    check,
    submit: async ({ fromOn, toOn, reviewDue, status, ...words }) => {
      if (status === "") return { done: false };
      const dates = {
        fromOn: isoOfParts(fromOn) ?? "",
        toOn: isoOfParts(toOn) ?? null,
        reviewDue: isoOfParts(reviewDue) ?? null,
      };
      const { personId } = props.leader;
      const outcome = await act(() =>
        api.leader.addDesignation.mutate({
          area: props.area,
          personId,
          ...words,
          ...dates,
          status,
        }),
      );
      if (outcome.done) navigate(back());
      return outcome;
    },
  });
  return (
    <Page
      title="Add a designation"
      caption={props.leader.name}
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <div class="a-write">
        <Form form={form} submitLabel="Add this designation">
          <Fields form={form} choices={props.choices} />
        </Form>
      </div>
    </Page>
  );
}

/** Puts a designation of a leader on record. */
export function AddDesignation() {
  const slug = useAreaSlug();
  const params = useParams();
  const choices = useCapacityChoices(slug);
  const query = useLeader(() => ({ area: slug(), personId: params["leader"] ?? "" }));
  return (
    <Loaded query={choices} what="Loading the lists">
      {(lists) => (
        <Loaded query={query} what="Loading the leader">
          {(leader) => (
            <Show when={leader().may.manage} fallback={<NotFound />}>
              <AddForm area={slug()} leader={leader()} choices={lists()} />
            </Show>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
