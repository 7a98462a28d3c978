import { toTermWords } from "@alongside/domain/calendar";
import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { useLive } from "../../../lib/live.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords, toMomentWords, toNumberWords } from "../../../lib/words.ts";
import {
  ButtonRow,
  Columns,
  counted,
  Link,
  Table,
  Tag,
  TaskList,
  Timeline,
  type Column,
  type Task,
} from "../../../ui/index.ts";
import { roundAddress } from "../addresses.ts";
import { useRound, type RoundPage } from "../data.ts";
import { Drop, Dropped } from "../parts/drop.tsx";
import { RoundFrame } from "../parts/frame.tsx";
import { Next } from "../parts/next.tsx";
import { SolveButton } from "../parts/solve-button.tsx";
import { placeWords, stateColours, stateWords, toMomentTitle, toSecondWords } from "../words.ts";

type Shown = { area: string; round: RoundPage };
type Run = RoundPage["runs"][number];

const done = { text: "Done" } as const;
const later = { text: "Later", colour: "grey" } as const;
const now = { text: "Now", colour: "plum" } as const;

const isIn = (round: RoundPage, ...states: readonly RoundPage["state"][]): boolean =>
  states.includes(round.state);

const byHandStatus = (round: RoundPage): Task["status"] => {
  if (round.runs.length === 0) return later;
  return isIn(round, "draft", "solved") ? { text: "As you like" } : done;
};

const servedIn = ({ servedByBand }: Run): number =>
  servedByBand.reduce((sum, count) => sum + count, 0);

const panelHint = ({ panel, answerBy }: RoundPage): string =>
  `${counted(panel.length, "member")}${answerBy === null ? "" : `, to answer by ${toDateWords(answerBy)}`}`;

const tasksOf = (area: string, round: RoundPage): readonly Task[] => {
  const at = (below: string) => roundAddress(area, round.id, below);
  const last = round.runs.at(-1);
  const isSolved = last !== undefined;
  const decided = round.pins.length + round.forbids.length;
  const { offers } = round;
  return [
    {
      title: "Choose the needs and the days",
      href: at("/needs-and-days"),
      hint: `${counted(round.needs, "need")}, ${counted(round.leaders, "leader")}`,
      status: isSolved ? done : now,
    },
    {
      title: "Solve, and look at the plan",
      href: isSolved ? at("/plan") : undefined,
      hint: isSolved ? `Run ${last.number} serves ${servedIn(last)} of ${round.needs}` : undefined,
      status: isIn(round, "draft") ? later : done,
    },
    {
      title: "Change it by hand",
      href: isSolved ? at("/decisions") : undefined,
      hint: isSolved
        ? `${counted(decided, "decision")} by hand, ${counted(round.runs.length, "run")}`
        : undefined,
      status: byHandStatus(round),
    },
    {
      title: "Ask the panel",
      href: isSolved ? at("/panel") : undefined,
      hint: panelHint(round),
      status: isIn(round, "agreed", "published", "closed")
        ? done
        : round.state === "solved"
          ? now
          : later,
    },
    {
      title: "Publish: offers go out and days are held",
      href: isSolved ? at("/offers") : undefined,
      hint: offers.sent === 0 ? undefined : counted(offers.sent, "offer"),
      status: isIn(round, "published", "closed") ? done : round.state === "agreed" ? now : later,
    },
    {
      title: "Mend what comes to nothing",
      href: offers.sent > 0 ? at("/offers") : undefined,
      hint: offers.lost === 0 ? undefined : `${counted(offers.lost, "offer")} to replace`,
      status: offers.lost > 0 ? now : offers.sent > 0 ? { text: "Nothing to mend" } : later,
    },
  ];
};

const columnsFor = (area: string, id: string): readonly Column<Run>[] => [
  {
    key: "run",
    header: "Run",
    rowHeader: true,
    cell: (run) => (
      <>
        <Link href={roundAddress(area, id, `/plan?run=${run.number}`)}>{`Run ${run.number}`}</Link>
        <div class="a-quiet a-small">
          {`${run.kind === "repair" ? "Mended" : "Solved"} ${toMomentWords(run.solvedAt)}`}
        </div>
      </>
    ),
  },
  { key: "served", header: "Served", numeric: true, cell: servedIn },
  { key: "fit", header: "Points of fit", numeric: true, cell: (run) => toNumberWords(run.fit) },
  {
    key: "proof",
    header: "Best there is",
    cell: (run) => (run.isProved ? "Proved" : "Not proved"),
  },
  { key: "time", header: "Took", cell: (run) => toSecondWords(run.milliseconds) },
  {
    key: "compare",
    header: "Compare",
    cell: (run) => (
      <Show when={run.number > 1}>
        <span class="a-round-whole">
          <Link
            href={roundAddress(area, id, `/compare?one=${run.number - 1}&other=${run.number}`)}
          >{`With run ${run.number - 1}`}</Link>
        </span>
      </Show>
    ),
  },
];

function Whole(props: Shown) {
  const round = () => props.round;
  const lead = () => `${placeWords(round().zones)}, ${toTermWords(round().term).toLowerCase()}`;
  return (
    <RoundFrame area={props.area} round={round()} title={round().name} lead={lead()}>
      <p class="a-tags">
        <Tag colour={stateColours[round().state]}>{stateWords[round().state]}</Tag>
      </p>
      <Next round={round()} />
      <Columns kind="main-side">
        <div>
          <Dropped area={props.area} round={round()} />
          <Show when={round().state !== "dropped"}>
            <h2 class="govuk-heading-m">The way of a round</h2>
            <TaskList tasks={tasksOf(props.area, round())} />
          </Show>
          <Show when={isIn(round(), "draft", "solved")}>
            <ButtonRow>
              <SolveButton
                area={props.area}
                round={round()}
                label={round().runs.length === 0 ? "Solve" : "Solve again"}
                kind={round().runs.length === 0 ? "main" : "secondary"}
              />
            </ButtonRow>
          </Show>
          <Show when={round().runs.length > 0}>
            <Table
              caption="Runs"
              columns={columnsFor(props.area, round().id)}
              rows={round().runs.toReversed()}
              cards
            />
          </Show>
          <Drop area={props.area} round={round()} />
        </div>
        <div>
          <h2 class="govuk-heading-m">What happened</h2>
          <Timeline
            label="What happened"
            items={round().timeline.map((moment) => ({
              title: toMomentTitle(moment),
              at: moment.at,
              when: toMomentWords(moment.at),
              by: moment.by ?? undefined,
              body: moment.words === "" ? undefined : moment.words,
            }))}
          />
        </div>
      </Columns>
    </RoundFrame>
  );
}

/** A round's own page: where it stands, who acts next, its runs and what happened. */
export function OneRound() {
  const slug = useAreaSlug();
  const params = useParams();
  useLive(slug);
  const round = useRound(() => ({ area: slug(), id: params["round"] ?? "" }));
  return (
    <Loaded query={round} what="Loading the round">
      {(known) => <Whole area={slug()} round={known()} />}
    </Loaded>
  );
}
