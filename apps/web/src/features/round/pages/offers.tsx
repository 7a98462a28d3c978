import { useLocation, useParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { useLive } from "../../../lib/live.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  announce,
  Button,
  ButtonRow,
  counted,
  Dialog,
  InsetText,
  Link,
  Table,
  Tag,
  type Column,
} from "../../../ui/index.ts";
import { sideWords, stateColours, stateWords } from "../../offer/words.ts";
import { usePlan, useRepair, useRound, useRoundAct, type Plan, type Repair } from "../data.ts";
import { createTrouble, RoundFrame, Trouble } from "../parts/frame.tsx";
import { inOrder } from "../order.ts";
import { Mend } from "../parts/mend.tsx";
import { Next } from "../parts/next.tsx";
import { SolveButton } from "../parts/solve-button.tsx";
import { toDayWords } from "../words.ts";

type Offer = Repair["offers"][number];
type Shown = { area: string; repair: Repair };

const valueOf: Readonly<Record<string, (offer: Offer) => string | number>> = {
  school: ({ school }) => school,
  leader: ({ leader }) => leader,
  days: ({ halfDays }) => halfDays,
  stage: ({ state }) => stateWords[state],
  next: ({ due }) => due ?? "9999",
};

const columnsFor = (area: string): readonly Column<Offer>[] => [
  {
    key: "school",
    header: "School",
    rowHeader: true,
    sortable: true,
    cell: (offer) => <Link href={inArea(area, `/offers/${offer.id}`)}>{offer.school}</Link>,
  },
  { key: "leader", header: "Leader", sortable: true, cell: ({ leader }) => leader },
  {
    key: "days",
    header: "Days",
    numeric: true,
    sortable: true,
    cell: ({ halfDays }) => toDayWords(halfDays),
  },
  {
    key: "stage",
    header: "Stage",
    sortable: true,
    cell: (offer) => <Tag colour={stateColours[offer.state]}>{stateWords[offer.state]}</Tag>,
  },
  {
    key: "next",
    header: "Next",
    sortable: true,
    cell: ({ awaited, due }) =>
      awaited === null || due === null
        ? ""
        : `${sideWords[awaited]} answers by ${toDateWords(due)}`,
  },
];

function Publish(props: Shown & { plan: Plan }) {
  const act = useRoundAct();
  const [isOpen, setOpen] = createSignal(false);
  const [isPending, setPending] = createSignal(false);
  const [trouble, setTrouble] = createTrouble();
  const offers = () => counted(props.plan.placements.length, "offer");
  const publish = async () => {
    const { area, repair } = props;
    const seen = { area, id: repair.round.id, version: repair.version };
    setPending(true);
    const outcome = await act(() => api.round.publish.mutate(seen));
    setPending(false);
    setOpen(false);
    setTrouble(outcome.done ? "" : (outcome.message ?? ""));
    if (outcome.done) announce("The offers are out");
  };
  return (
    <>
      <Trouble words={trouble()} />
      <h2 class="govuk-heading-m">{`Check what goes out: ${offers()}`}</h2>
      <p class="govuk-body">
        All go together or none does. The days are held until the answers are due. Each leader sees
        phase, zone and focus, and the school’s name after saying yes.
      </p>
      <Table
        caption="Offers to send"
        captionHidden
        columns={[
          { key: "school", header: "School", rowHeader: true, cell: ({ need }) => need.school },
          { key: "leader", header: "Leader", cell: ({ leader }) => leader.name },
          {
            key: "days",
            header: "Days",
            numeric: true,
            cell: ({ need }) => toDayWords(need.halfDays),
          },
        ]}
        rows={props.plan.placements}
      />
      <Button onPress={() => setOpen(true)}>{`Publish: send ${offers()}`}</Button>
      <Dialog open={isOpen()} title={`Send ${offers()}?`} onClose={() => setOpen(false)}>
        <p class="govuk-body">
          This is the step that cannot be undone as a whole. Single offers can be withdrawn later.
        </p>
        <ButtonRow>
          <Button pending={isPending()} onPress={() => void publish()}>
            {`Send ${offers()}`}
          </Button>
          <Button kind="secondary" onPress={() => setOpen(false)}>
            Not now
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  );
}

function ToPublish(props: Shown) {
  const plan = usePlan(() => ({ area: props.area, id: props.repair.round.id }));
  return (
    <Loaded query={plan} what="Loading what goes out">
      {(found) => <Publish {...props} plan={found()} />}
    </Loaded>
  );
}

function Close(props: Shown) {
  const act = useRoundAct();
  const [isOpen, setOpen] = createSignal(false);
  const [trouble, setTrouble] = createTrouble();
  const close = async () => {
    const { area, repair } = props;
    const seen = { area, id: repair.round.id, version: repair.version };
    setOpen(false);
    const outcome = await act(() => api.round.close.mutate(seen));
    setTrouble(outcome.done ? "" : (outcome.message ?? ""));
    if (outcome.done) announce("The round is closed");
  };
  return (
    <>
      <Trouble words={trouble()} />
      <Button kind="secondary" onPress={() => setOpen(true)}>
        Close this round
      </Button>
      <Dialog open={isOpen()} title="Close this round?" onClose={() => setOpen(false)}>
        <p class="govuk-body">It is mended no more. Its offers go on as they are.</p>
        <ButtonRow>
          <Button onPress={() => void close()}>Close it</Button>
          <Button kind="secondary" onPress={() => setOpen(false)}>
            Not now
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  );
}

function Whole(props: Shown) {
  const location = useLocation();
  const state = () => props.repair.round.state;
  const round = useRound(() => ({ area: props.area, id: props.repair.round.id }));
  return (
    <RoundFrame area={props.area} round={props.repair.round} title="Offers">
      <Show when={state() === "draft" || state() === "solved"}>
        <InsetText>
          Nothing has been sent. Offers go out when the panel has agreed to a plan.
        </InsetText>
        <SolveButton
          area={props.area}
          round={{ id: props.repair.round.id, version: props.repair.version }}
          label="Solve"
          kind="secondary"
        />
      </Show>
      <Show when={state() === "dropped"}>
        <InsetText>Nothing was sent: the round was dropped.</InsetText>
      </Show>
      <Show when={round.data}>{(known) => <Next round={known()} />}</Show>
      <Show when={state() === "agreed"}>
        <ToPublish {...props} />
      </Show>
      <Show when={props.repair.proposal}>
        {(proposal) => <Mend {...props} proposal={proposal()} />}
      </Show>
      <Show when={props.repair.offers.length > 0}>
        <Table
          caption="The offers of this round"
          columns={columnsFor(props.area)}
          rows={inOrder(props.repair.offers, valueOf, location.search)}
          search={location.search}
        />
      </Show>
      <Show when={state() === "published"}>
        <Close {...props} />
      </Show>
    </RoundFrame>
  );
}

/** What goes out, where each offer stands, and the least change that mends what came to nothing. */
export function Offers() {
  const slug = useAreaSlug();
  const params = useParams();
  useLive(slug);
  const repair = useRepair(() => ({ area: slug(), id: params["round"] ?? "" }));
  return (
    <Loaded query={repair} what="Loading the offers">
      {(known) => <Whole area={slug()} repair={known()} />}
    </Loaded>
  );
}
