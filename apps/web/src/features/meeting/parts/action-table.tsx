import { createSignal, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { toDateWords } from "../../../lib/words.ts";
import {
  announce,
  Button,
  createForm,
  Dialog,
  Form,
  Link,
  Radios,
  Table,
  Tag,
  TextArea,
  type Column,
} from "../../../ui/index.ts";
import { useMeetingAct, type ActionLine } from "../data.ts";
import { actionColours, actionWords } from "../words.ts";

function StateTag(props: { action: ActionLine }) {
  return (
    <Tag colour={props.action.isOverdue ? "red" : actionColours[props.action.state]}>
      {props.action.isOverdue ? "Overdue" : actionWords[props.action.state]}
    </Tag>
  );
}

function EndForm(props: { area: string; action: ActionLine; onEnd: () => void }) {
  const act = useMeetingAct();
  const form = createForm<{ readonly state: "done" | "dropped"; readonly note: string }>({
    initial: { state: "done", note: "" },
    check: ({ note }) => ({ note: note.trim() === "" ? "Say what came of it" : undefined }),
    submit: async ({ state, note }) => {
      const { id, version } = props.action;
      const { area } = props;
      const outcome = await act(() =>
        api.meeting.endAction.mutate({ area, id, version, state, note }),
      );
      if (outcome.done) {
        announce(state === "done" ? "The action is done" : "The action is dropped");
        props.onEnd();
      }
      return outcome;
    },
  });
  return (
    <Form
      form={form}
      submitLabel="Save"
      also={
        <Button kind="secondary" onPress={props.onEnd}>
          Cancel
        </Button>
      }
    >
      <Radios
        label="What came of it?"
        choices={[
          { value: "done", label: "It is done" },
          { value: "dropped", label: "It is no longer wanted" },
        ]}
        {...form.field("state")}
      />
      <TextArea label="In a sentence" rows={2} limit={1000} {...form.field("note")} />
    </Form>
  );
}

const columnsFor = (
  area: string,
  end: (action: ActionLine) => void,
): readonly Column<ActionLine>[] => [
  {
    key: "text",
    header: "Action",
    rowHeader: true,
    cell: (action) => (
      <>
        {action.text}
        <Show when={action.note !== ""}>
          <div class="a-small a-quiet">{action.note}</div>
        </Show>
        <Show when={action.mayEnd}>
          <p>
            <Button kind="secondary" small onPress={() => end(action)}>
              Say what came of it
            </Button>
          </p>
        </Show>
      </>
    ),
  },
  { key: "owner", header: "Owner", cell: (action) => (action.isOwn ? "You" : action.owner) },
  {
    key: "from",
    header: "Asked by",
    cell: (action) => (
      <>
        {action.body}
        <div class="a-small">
          <Link href={inArea(area, `/board/meetings/${action.meetingId}`)}>
            {toDateWords(action.setOn)}
          </Link>
        </div>
      </>
    ),
  },
  { key: "due", header: "Due", cell: (action) => toDateWords(action.dueOn) },
  { key: "state", header: "State", cell: (action) => <StateTag action={action} /> },
];

/** Actions with their owners and how they stand; whoever may end one says here what came of it. */
export function ActionTable(props: {
  area: string;
  actions: readonly ActionLine[];
  caption: string;
}) {
  const [ending, setEnding] = createSignal<ActionLine>();
  const close = () => setEnding(undefined);
  return (
    <>
      <Table
        caption={props.caption}
        captionHidden
        rows={props.actions}
        columns={columnsFor(props.area, setEnding)}
        empty={<p class="govuk-body">None.</p>}
      />
      <Dialog open={ending() !== undefined} title={ending()?.text ?? ""} onClose={close}>
        <Show when={ending()}>
          {(action) => <EndForm area={props.area} action={action()} onEnd={close} />}
        </Show>
      </Dialog>
    </>
  );
}
