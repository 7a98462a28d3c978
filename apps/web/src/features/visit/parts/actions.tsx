import { createSignal, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { toDateWords } from "../../../lib/words.ts";
import { announce, Button, InsetText, Table, Tag, type Column } from "../../../ui/index.ts";
import { useVisitAct, type VisitPage } from "../data.ts";

type Action = VisitPage["actions"][number];

/** What was agreed on this visit, and what is still open from those before it. */
export function Actions(props: { area: string; visit: VisitPage }) {
  const act = useVisitAct();
  const [trouble, setTrouble] = createSignal<string>();
  const finish = async (id: string) => {
    const given = { area: props.area, id };
    const outcome = await act(() => api.visit.finishAction.mutate(given));
    setTrouble(outcome.done ? undefined : outcome.message);
    if (outcome.done) announce("The action is done");
  };
  const columns: readonly Column<Action>[] = [
    {
      key: "what",
      header: "Action",
      rowHeader: true,
      cell: (action) => <span class="a-words">{action.text}</span>,
    },
    { key: "who", header: "Who", cell: ({ owner }) => owner },
    { key: "due", header: "By", cell: ({ dueOn }) => toDateWords(dueOn) },
    {
      key: "done",
      header: "Done",
      cell: (action) => (
        <Show when={action.doneAt === null} fallback={<Tag colour="green">Done</Tag>}>
          <Button kind="secondary" small about={action.text} onPress={() => void finish(action.id)}>
            Mark as done
          </Button>
        </Show>
      ),
    },
  ];
  return (
    <Show when={props.visit.actions.length > 0}>
      <Show when={trouble()}>
        <InsetText>{trouble()}</InsetText>
      </Show>
      <Table caption="Actions" columns={columns} rows={props.visit.actions} />
    </Show>
  );
}
