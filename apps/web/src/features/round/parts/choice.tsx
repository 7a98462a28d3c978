import { useNavigate } from "@solidjs/router";
import { createEffect, createSignal, For, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import {
  announce,
  Button,
  ButtonRow,
  counted,
  createForm,
  Details,
  Form,
  Tag,
  TextField,
} from "../../../ui/index.ts";
import { roundAddress } from "../addresses.ts";
import { useRoundAct, useTried, type NeedInRun, type Tried } from "../data.ts";
import { toAsideWords, toKmWords } from "../words.ts";

type Choice = NeedInRun["leaders"][number];
type Shown = { area: string; found: NeedInRun };

/** Once offers are out, only what mends the plan is still to be decided. */
const mayDecide = ({ round, isRepair }: NeedInRun): boolean =>
  isRepair || round.state === "draft" || round.state === "solved";

function Rules(props: { choice: Choice }) {
  const aside = () => props.choice.setAside;
  const failed = () => props.choice.rules.filter(({ passed }) => !passed);
  const passed = () => props.choice.rules.filter((rule) => rule.passed);
  return (
    <>
      <ul class="govuk-list a-rules">
        <For each={failed()}>
          {({ words }) => (
            <li class="a-rule a-rule--failed">
              <strong>{"Failed: "}</strong>
              {words}
            </li>
          )}
        </For>
        <Show when={aside()}>
          {(known) => (
            <li class="a-rule">
              <strong>{"Set aside: "}</strong>
              {toAsideWords(known())}
            </li>
          )}
        </Show>
      </ul>
      <Details
        summary={`${counted(passed().length, "rule")} passed by ${props.choice.leader.name}`}
      >
        <ul class="govuk-list a-rules">
          <For each={passed()}>
            {({ words }) => (
              <li class="a-rule">
                <strong>{"Passed: "}</strong>
                {words}
              </li>
            )}
          </For>
        </ul>
        <Show when={props.choice.fit !== null}>
          <p class="govuk-body a-small">{`${props.choice.fit ?? 0} points of fit:`}</p>
          <ul class="govuk-list govuk-list--bullet a-small">
            <For each={props.choice.parts}>
              {({ label, points }) => <li>{`${label}: ${points}`}</li>}
            </For>
          </ul>
        </Show>
      </Details>
    </>
  );
}

const toCostTitle = ({ isPlaced, leader, need }: NonNullable<Tried>): string =>
  isPlaced
    ? `${leader.name} would go to ${need.school}.`
    : `${leader.name} cannot go to ${need.school}: it would go without.`;

function Cost(props: { tried: NonNullable<Tried> }) {
  return (
    <div
      class="a-round-verdict"
      classList={{ "a-round-verdict--open": !props.tried.isPlaced }}
      data-part="cost"
    >
      <p>
        <strong>{toCostTitle(props.tried)}</strong>
      </p>
      <For each={props.tried.cost}>{(words) => <p>{words}</p>}</For>
    </div>
  );
}

/** Pins or forbids one leader, then solves anew: what was shown as the cost becomes the plan. */
function DecisionForm(props: Shown & { choice: Choice; kind: "pin" | "forbid" }) {
  const act = useRoundAct();
  const navigate = useNavigate();
  const form = createForm({
    initial: { reason: "" },
    check: ({ reason }) => ({ reason: reason.trim() === "" ? "Enter a reason" : undefined }),
    submit: async ({ reason }) => {
      const { area, found, choice, kind } = props;
      const { id } = found.round;
      const solved: { run?: number } = {};
      const outcome = await act(async () => {
        const change = { kind, need: found.need.id, leader: choice.leader.id, reason } as const;
        const { version } = await api.round.adjust.mutate({
          area,
          id,
          version: found.version,
          change,
        });
        if (found.round.state !== "published")
          solved.run = (await api.round.solve.mutate({ area, id, version })).run;
      });
      if (outcome.done) {
        announce(solved.run === undefined ? "Decided" : "Decided, and solved again");
        const below = solved.run === undefined ? "/offers" : `/plan?run=${solved.run}`;
        navigate(roundAddress(area, id, below));
      }
      return outcome;
    },
  });
  return (
    <Form
      form={form}
      submitLabel={`${props.kind === "pin" ? "Pin" : "Rule out"} and ${props.found.isRepair ? "mend" : "solve"} again`}
    >
      <TextField
        label={props.kind === "pin" ? "Why this leader?" : "Why not this leader?"}
        hint="It is kept with the round"
        {...form.field("reason")}
      />
    </Form>
  );
}

/** One leader for a need: each rule, what choosing them would cost, and the decision by hand. */
export function ChoiceCard(props: Shown & { choice: Choice }) {
  const [isTried, setTried] = createSignal(false);
  const [kind, setKind] = createSignal<"pin" | "forbid">();
  const tried = useTried(() =>
    isTried()
      ? {
          area: props.area,
          id: props.found.round.id,
          run: props.found.isRepair ? undefined : props.found.run,
          need: props.found.need.id,
          leader: props.choice.leader.id,
        }
      : undefined,
  );
  createEffect(() => {
    const shown = tried.data;
    if (shown) announce([toCostTitle(shown), ...shown.cost].join(" "));
  });
  const choose = (wanted: "pin" | "forbid") => {
    setKind(wanted);
    if (wanted === "pin") setTried(true);
  };
  const name = () => props.choice.leader.name;
  return (
    <li class="a-round-line">
      <div class="a-round-line__head">
        <h3 class="govuk-heading-s">{name()}</h3>
        <p class="a-tags">
          <Show when={props.choice.isChosen}>
            <Tag colour="teal">{props.found.isRepair ? "Would be asked" : "In this plan"}</Tag>
          </Show>
          <Show when={props.choice.fit !== null} fallback={<Tag colour="red">Not possible</Tag>}>
            <Tag colour="grey">{`Fit ${props.choice.fit ?? 0}`}</Tag>
          </Show>
        </p>
      </div>
      <p class="govuk-body a-quiet a-small">
        {`${props.choice.leader.home}, ${toKmWords(props.choice.km)} · ${props.choice.room.words}`}
      </p>
      <Rules choice={props.choice} />
      <Show when={tried.data}>{(shown) => <Cost tried={shown()} />}</Show>
      <Show when={mayDecide(props.found)}>
        <Show
          when={kind()}
          fallback={
            <ButtonRow>
              <Show when={props.choice.passes && !props.choice.isChosen && !tried.data}>
                <Button
                  kind="secondary"
                  small
                  pending={isTried() && tried.isPending}
                  about={`if ${name()} went`}
                  onPress={() => setTried(true)}
                >
                  What would it cost?
                </Button>
              </Show>
              <Show when={props.choice.passes}>
                <Button kind="secondary" small about={name()} onPress={() => choose("pin")}>
                  Pin
                </Button>
                <Button kind="secondary" small about={name()} onPress={() => choose("forbid")}>
                  Rule out
                </Button>
              </Show>
            </ButtonRow>
          }
        >
          {(wanted) => (
            <DecisionForm
              area={props.area}
              found={props.found}
              choice={props.choice}
              kind={wanted()}
            />
          )}
        </Show>
      </Show>
    </li>
  );
}
