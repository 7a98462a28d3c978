import type { DesignationCommand } from "@alongside/domain/code-list";
import { useNavigate, useParams } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { BackLink, createForm, Form, Page, Radios, TextArea } from "../../../ui/index.ts";
import { designationsAddress } from "../../capacity/addresses.ts";
import { useCapacityChoices, type CapacityChoices } from "../../capacity/data.ts";
import { labelOf } from "../../capacity/words.ts";
import { useLeader, useLeaderAct, type Designation, type LeaderPage } from "../data.ts";
import { commandWords, statusWords } from "../words.ts";

type Shown = {
  area: string;
  leader: LeaderPage;
  designation: Designation;
  choices: CapacityChoices;
};
type Answers = { readonly command: DesignationCommand | ""; readonly reason: string };

/** The only step that there is stands chosen. */
const initialOf = ({ next }: Designation): Answers => ({
  command: next.length === 1 ? (next[0] ?? "") : "",
  reason: "",
});

function StepForm(props: Shown) {
  const act = useLeaderAct();
  const navigate = useNavigate();
  const back = () => designationsAddress(props.area, props.leader.personId);
  const form = createForm<Answers>({
    initial: untrack(() => initialOf(props.designation)),
    check: ({ command, reason }) => ({
      command: command === "" ? "Choose the next step" : undefined,
      reason: reason.trim() === "" ? "Enter a reason: it is kept with the step" : undefined,
    }),
    submit: async ({ command, reason }) => {
      if (command === "") return { done: false };
      const { id, version } = props.designation;
      const outcome = await act(() =>
        api.leader.stepDesignation.mutate({ area: props.area, id, version, command, reason }),
      );
      if (outcome.done) navigate(back());
      return outcome;
    },
  });
  return (
    <Page
      title={labelOf(props.choices.lists["designation"], props.designation.type)}
      caption={`${props.leader.name}, ${statusWords[props.designation.status].toLowerCase()}`}
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <div class="a-write">
        <Form form={form} submitLabel="Record this step">
          <Radios
            label="What is the next step?"
            choices={props.designation.next.map((value) => ({ value, label: commandWords[value] }))}
            {...form.field("command")}
          />
          <TextArea
            label="Why?"
            hint="Who decided, when, and on what"
            rows={3}
            {...form.field("reason")}
          />
        </Form>
      </div>
    </Page>
  );
}

/** Takes a designation one step on. */
export function StepDesignation() {
  const slug = useAreaSlug();
  const params = useParams();
  const choices = useCapacityChoices(slug);
  const query = useLeader(() => ({ area: slug(), personId: params["leader"] ?? "" }));
  const designation = (leader: LeaderPage) =>
    leader.may.manage
      ? leader.designations.find(({ id }) => id === params["designation"])
      : undefined;
  return (
    <Loaded query={choices} what="Loading the lists">
      {(lists) => (
        <Loaded query={query} what="Loading the leader">
          {(leader) => (
            <Show when={designation(leader())} fallback={<NotFound />}>
              {(found) => (
                <StepForm area={slug()} leader={leader()} designation={found()} choices={lists()} />
              )}
            </Show>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
