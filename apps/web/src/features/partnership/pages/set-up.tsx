import { toYearWords } from "@alongside/domain/calendar";
import { Loaded } from "../../../lib/loaded.tsx";
import { counted, Heading, Page, TaskList, type Task } from "../../../ui/index.ts";
import { useSetUp } from "../data.ts";
import { Said } from "../parts/said.tsx";
import { useWay } from "../parts/way.tsx";

type SetUpState = NonNullable<ReturnType<typeof useSetUp>["data"]>;

const done = { text: "Done", colour: "green" } as const;
const toDo = (text: string) => ({ text, colour: "amber" }) as const;
const asShipped = { text: "As shipped", colour: "grey" } as const;

const termStatus = (state: SetUpState): Task["status"] => {
  if (state.termsThisYear < 3) return toDo(`Set ${toYearWords(state.thisYear)}`);
  return state.termsNextYear < 3 ? toDo(`Next: ${toYearWords(state.nextYear)}`) : done;
};

const changed = (count: number): Task["status"] =>
  count === 0 ? asShipped : { text: `${count} changed`, colour: "teal" };

const groundwork = (state: SetUpState, way: (path: string) => string): readonly Task[] => [
  {
    title: "Register of schools",
    href: way("/imports"),
    hint: state.schools === 0 ? "Import your extract first" : counted(state.schools, "school"),
    status: state.schools === 0 ? toDo("To do") : done,
  },
  {
    title: "Academic years and terms",
    href: way("/set-up/terms"),
    hint: "The days of each term and its half-term",
    status: termStatus(state),
  },
];

const zoneTasks = (state: SetUpState, way: (path: string) => string): readonly Task[] => [
  {
    title: "Zones",
    href: way("/zones"),
    hint: state.zones === 0 ? "Groups of schools that work together" : counted(state.zones, "zone"),
    status: state.zones === 0 ? toDo("To do") : done,
  },
  {
    title: "Schools in zones",
    href: way("/set-up/place?zone=none"),
    hint:
      state.schoolsInNone === 0 && state.schools > 0
        ? "Every school has its zone"
        : `${counted(state.schoolsInNone, "school")} in no zone`,
    status:
      state.schoolsInNone === 0 && state.schools > 0
        ? done
        : toDo(state.schools === 0 ? "After the register" : `${state.schoolsInNone} to place`),
  },
  {
    title: "Coordinators and panels",
    href: way("/zones"),
    hint: "Chosen on each zone’s page",
    status:
      state.zonesWithoutCoordinator === 0 && state.zones > 0
        ? done
        : toDo(
            state.zones === 0
              ? "After zones"
              : `${counted(state.zonesWithoutCoordinator, "zone")} without`,
          ),
  },
];

const leaderTasks = (state: SetUpState, way: (path: string) => string): readonly Task[] => [
  {
    title: "Organisations",
    href: way("/set-up/organisations"),
    hint: "Teaching schools, hubs and central teams that look after leaders’ days",
    status:
      state.organisations === 0
        ? { text: "Optional", colour: "grey" }
        : { text: counted(state.organisations, "organisation"), colour: "teal" },
  },
];

const ruleTasks = (state: SetUpState, way: (path: string) => string): readonly Task[] => [
  {
    title: "Code lists",
    href: way("/set-up/lists"),
    hint: "Expertise, work modes, reasons and other choices",
    status: changed(state.codesChanged),
  },
  {
    title: "Rate card",
    href: way("/set-up/rates"),
    hint: "What a day costs, and the share for brokering",
    status: changed(state.ratesChanged),
  },
  {
    title: "Weights",
    href: way("/set-up/weights"),
    hint: "What counts, and how much, when leaders are ranked for a need",
    status: state.weightsChanged ? { text: "Set by you", colour: "teal" } : asShipped,
  },
];

const look = { text: "Look", colour: "grey" } as const;

const runningTasks = (way: (path: string) => string): readonly Task[] => [
  {
    title: "Keeping and erasing",
    href: way("/set-up/keeping"),
    hint: "How long what is kept, what has been kept long enough, and what is on hold",
    status: look,
  },
  {
    title: "Mails",
    href: way("/set-up/mail"),
    hint: "To whom and what about, and how far each has come",
    status: look,
  },
  {
    title: "How the product runs",
    href: way("/set-up/operations"),
    hint: "What waits, the last backup, and whether the log is whole",
    status: look,
  },
];

function Tasks(props: { title: string; tasks: readonly Task[] }) {
  return (
    <section>
      <Heading level={2} size="m">
        {props.title}
      </Heading>
      <TaskList tasks={props.tasks} />
    </section>
  );
}

/** What is done and what is next, in the order in which one thing needs another. */
export function SetUp() {
  const way = useWay();
  const query = useSetUp();
  return (
    <Loaded query={query} what="Loading set-up">
      {(state) => (
        <Page
          title="Set-up"
          lead="What the partnership stands on. All of it can be changed later, and every change is on record."
        >
          <Said />
          <Tasks title="1. Schools and terms" tasks={groundwork(state(), way)} />
          <Tasks title="2. Zones" tasks={zoneTasks(state(), way)} />
          <Tasks title="3. Leaders" tasks={leaderTasks(state(), way)} />
          <Tasks title="4. Words, prices and weights" tasks={ruleTasks(state(), way)} />
          <Tasks title="5. Keeping and running" tasks={runningTasks(way)} />
        </Page>
      )}
    </Loaded>
  );
}
