import { createSignal, For, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { toDateWords } from "../../../lib/words.ts";
import { announce, PlainButton, Table, Tag, type Column } from "../../../ui/index.ts";
import { useConcernAct, type ConcernPage } from "../data.ts";
import {
  deliveryColours,
  deliveryWords,
  letterColours,
  letterWords,
  readerWords,
  stageWords,
} from "../words.ts";

type Shown = { area: string; concern: ConcernPage };
type Line = ConcernPage["letters"][number];
type Mail = Line["mails"][number];

const mayGoAgain = ({ state }: Mail): boolean =>
  state === "failed" || state === "trying" || state === "undelivered";

/** Whom a letter was mailed to and whether it has arrived; one that did not can go again. */
function Delivery(props: Shown & { mail: Mail }) {
  const act = useConcernAct();
  const [trouble, setTrouble] = createSignal<string>();
  const send = async () => {
    const { area, concern, mail } = props;
    const { stage, reader } = mail;
    const outcome = await act(() =>
      api.concern.sendAgain.mutate({ area, id: concern.id, stage, reader }),
    );
    setTrouble(outcome.done ? undefined : outcome.message);
    if (outcome.done) announce("The letter is on its way");
  };
  return (
    <div>
      <div class="a-small">{`${readerWords[props.mail.reader]}, ${props.mail.recipient}`}</div>
      <Tag colour={deliveryColours[props.mail.state]}>{deliveryWords[props.mail.state]}</Tag>
      <Show when={mayGoAgain(props.mail)}>
        {" "}
        <PlainButton onPress={() => void send()} about={`to ${props.mail.recipient}`}>
          Send again
        </PlainButton>
      </Show>
      <Show when={trouble()}>
        <p class="govuk-error-message" role="alert">
          {trouble()}
        </p>
      </Show>
    </div>
  );
}

const columnsFor = (props: Shown): readonly Column<Line>[] => [
  {
    key: "stage",
    header: "Stage",
    rowHeader: true,
    cell: (line) => (
      <>
        <div>{`${line.stage}: ${stageWords[line.stage]}`}</div>
        <div class="a-quiet a-small">{props.concern.reasonWords[line.reason] ?? line.reason}</div>
      </>
    ),
  },
  {
    key: "sent",
    header: "Sent",
    cell: (line) => (
      <>
        <div>{toDateWords(line.sentAt)}</div>
        <For
          each={line.mails}
          fallback={<div class="a-quiet a-small">On paper, or by another mail</div>}
        >
          {(mail) => <Delivery {...props} mail={mail} />}
        </For>
      </>
    ),
  },
  {
    key: "state",
    header: "Reply",
    cell: (line) => (
      <>
        <Tag colour={letterColours[line.state]}>{letterWords[line.state]}</Tag>
        <div class="a-quiet a-small">
          {line.repliedAt === null
            ? `Due ${toDateWords(line.replyBy)}`
            : toDateWords(line.repliedAt)}
        </div>
      </>
    ),
  },
];

/** The letters of a concern by their envelope: to whom they went, whether they arrived, and what of a reply. */
export function Letters(props: Shown) {
  return <Table caption="Letters" columns={columnsFor(props)} rows={props.concern.letters} />;
}
