import { useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";
import { Loaded } from "../../../lib/loaded.tsx";
import { Columns, counted, Link, Table } from "../../../ui/index.ts";
import { roundAddress, runIn } from "../addresses.ts";
import { useMethod, type Method } from "../data.ts";
import { RoundShown, type OfRound } from "../parts/of-round.tsx";
import { Verdict } from "../parts/sum.tsx";
import { toKmWords, toSecondWords } from "../words.ts";

const inWords = (number: number): string => number.toLocaleString("en-GB");

const total = (bands: readonly { readonly served: number }[]): number =>
  bands.reduce((sum, { served }) => sum + served, 0);

/** What people decided before anything was counted; what nobody decided is not mentioned. */
const handWords = ({ keptApart, setAside, pinned }: Method): string =>
  [
    ...(keptApart === 0
      ? []
      : [
          `${counted(keptApart, "pair is", "pairs are")} kept apart for a reason that is written down, such as a conflict of interest or a no.`,
        ]),
    ...(setAside === 0
      ? []
      : [`For ${counted(setAside, "pair")} a coordinator set a rule aside, with a reason.`]),
    ...(pinned === 0
      ? []
      : [`${counted(pinned, "school is", "schools are")} pinned to one leader by hand.`]),
  ].join(" ");

function Rules(props: { found: Method }) {
  const found = () => props.found;
  const out = () => found().pairs - found().passing;
  return (
    <>
      <h2 class="govuk-heading-m">1. Who could help whom</h2>
      <p class="govuk-body">
        {`${counted(found().needs, "school")} ${found().needs === 1 ? "asks" : "ask"}, and ${counted(found().leaders, "leader")} ${found().leaders === 1 ? "has" : "have"} days. That makes ${counted(found().pairs, "pair")} to look at. A pair is out if it breaks one rule:`}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>the leader’s designation is in force, and the days are confirmed and in date</li>
        <li>the leader serves this phase, covers the main area, and gives as many days as asked</li>
        <li>the school is inside the leader’s travel limit, and the home school lets them go</li>
        <li>it is not the leader’s own school or trust, and there is no conflict of interest</li>
        <li>neither the head nor the leader has said no</li>
      </ul>
      <p class="govuk-body">
        {`${counted(found().passing, "pair passes", "pairs pass")} every rule and ${counted(out(), "pair is", "pairs are")} out, whatever ${out() === 1 ? "its" : "their"} points. ${handWords(found())}`}
      </p>
      <Show when={found().widened > 0}>
        <p class="govuk-body">
          Where a travel limit was set aside, that leader’s nearness is measured against the longer
          way, for every school. It can give them some points more.
        </p>
      </Show>
    </>
  );
}

type Example = NonNullable<Method["example"]>;

/** How the points for nearness come about in the example; nothing where a place is not known. */
const farWords = ({ km, mostKm, leader }: Example): string =>
  km === null || mostKm === null
    ? ""
    : `Each part gives all its points or a share of them. Nearness, for one: the two schools are ${toKmWords(km)} apart in a straight line and ${leader} travels ${toKmWords(mostKm)} at most, so a school next door would get all of the points, and one at the limit none.`;

function Points(props: { found: Method }) {
  const found = () => props.found;
  return (
    <>
      <h2 class="govuk-heading-m">2. How well the two suit each other</h2>
      <p class="govuk-body">
        Each pair that passes gets points. People set these weights, not the program. You can change
        them for this round and see what it does.
      </p>
      <Columns kind="halves">
        <Table
          caption="The most points that each part can give"
          columns={[
            { key: "part", header: "What counts", rowHeader: true, cell: ({ label }) => label },
            { key: "most", header: "Most points", numeric: true, cell: ({ most }) => most },
          ]}
          rows={found().weights}
        />
        <Show when={found().example}>
          {(example) => (
            <Table
              caption={`For example: ${example().leader} and ${example().school}, ${example().fit} points`}
              columns={[
                { key: "part", header: "For what", rowHeader: true, cell: ({ label }) => label },
                { key: "points", header: "Points", numeric: true, cell: ({ points }) => points },
              ]}
              rows={example().parts}
            />
          )}
        </Show>
      </Columns>
      <Show when={found().example}>
        {(example) => <p class="govuk-body">{farWords(example())}</p>}
      </Show>
      <p class="govuk-body">
        The track record is drawn towards the partnership’s mean, so that one good piece of work
        does not beat ten. Until enough is finished it is the same for everybody.
      </p>
      <Show when={found().notCounted.length > 0}>
        <p class="govuk-body">A round does not count these. The shortlist of a single need does:</p>
        <ul class="govuk-list govuk-list--bullet">
          <For each={found().notCounted}>{({ label }) => <li>{label}</li>}</For>
        </ul>
        <p class="govuk-body">
          So the first on a shortlist may not be the best fit here. If one of these matters for a
          school, pin the leader who has it.
        </p>
      </Show>
    </>
  );
}

function Order(props: { found: Method }) {
  const found = () => props.found;
  const difference = () => found().sum.served - total(found().byList);
  return (
    <>
      <h2 class="govuk-heading-m">3. Greatest need first</h2>
      <p class="govuk-body">
        The plan serves as many schools of band 1 as any plan could. Among all such plans it serves
        the most of band 2, then 3, then 4. Points decide only after that: no number of points puts
        a lesser need before a greater one. Where plans are equal in all this, we take the one that
        spreads the work most evenly and changes least.
      </p>
      <h2 class="govuk-heading-m">4. Why not simply go down the list?</h2>
      <p class="govuk-body">
        The first school on a list might take the only leader whom the third could have, when the
        first had another choice. A list never looks back; this does. Here is this round both ways,
        by the same rules and points:
      </p>
      <Columns kind="halves">
        <Table
          caption="Schools served"
          columns={[
            { key: "band", header: "Band", rowHeader: true, cell: ({ band }) => `Band ${band}` },
            { key: "asked", header: "Asked", numeric: true, cell: ({ asked }) => asked },
            {
              key: "list",
              header: "Down the list",
              numeric: true,
              cell: ({ band }) => found().byList.find((each) => each.band === band)?.served ?? 0,
            },
            { key: "plan", header: "This plan", numeric: true, cell: ({ served }) => served },
          ]}
          rows={found().sum.bands.filter(({ asked }) => asked > 0)}
        />
      </Columns>
      <p class="govuk-body">
        {difference() > 0
          ? `Going down the list would leave ${counted(difference(), "school")} without a leader that this plan serves.`
          : `Here the list would serve as many schools.${found().sum.isProved ? " The difference is that you know it: no plan serves more." : ""}`}
      </p>
    </>
  );
}

function Proof(props: OfRound & { found: Method }) {
  const sum = () => props.found.sum;
  const most = () => sum().bands.reduce((all, { most: each }) => all + each, 0);
  const to = () => roundAddress(props.area, props.round.id, `/plan?run=${sum().number}`);
  return (
    <>
      <h2 class="govuk-heading-m">5. How do we know?</h2>
      <p class="govuk-body">
        You need not trust the search, because its answer can be checked without it. The plan comes
        with a price for each school and for each leader. Whatever schools a leader might take on
        together, what that is worth is never more than their prices and the leader’s own. So no
        plan at all can be worth more than all prices together, and a plan that is worth exactly as
        much is the best there is. A second program, which shares nothing with the first, works the
        prices out again and checks every rule.
      </p>
      <p class="govuk-body">
        {`Here: ${sum().served} served where at most ${most()} could be, and ${inWords(sum().fit)} points where at most ${inWords(sum().mostFit)} are possible. ${sum().isVerified ? "The second program agrees." : "The second program does not agree: do not use this plan."} It took ${toSecondWords(sum().milliseconds)}.`}
      </p>
      <p class="govuk-body">
        {"What went in was kept and sealed. "}
        <Link href={to()}>Make the plan again from it</Link>
        {
          ", today or in a year: under ‘Check this run’, the same plan must come out, to the last byte."
        }
      </p>
      <h2 class="govuk-heading-m">6. What it does not know</h2>
      <p class="govuk-body">
        It knows what is written down, and nothing else: not who gets on with whom, nor what was
        said on the telephone. It cannot tell whether a band is right. People can, and should. If a
        number here looks wrong, the record behind it is wrong: mend that, and solve again.
      </p>
      <h2 class="govuk-heading-m">7. You stay in charge</h2>
      <p class="govuk-body">
        Pin a leader, rule one out, change what counts, choose other needs: each time you see the
        cost before you decide. Every run is kept. Nothing is sent before the panel agrees and you
        publish.
      </p>
    </>
  );
}

function Found(props: OfRound) {
  const location = useLocation();
  const method = useMethod(() => ({
    area: props.area,
    id: props.round.id,
    run: runIn(location.search),
  }));
  return (
    <Loaded query={method} what="Loading the numbers">
      {(found) => (
        <>
          <Verdict sum={found().sum} />
          <Rules found={found()} />
          <Points found={found()} />
          <Order found={found()} />
          <Proof {...props} found={found()} />
        </>
      )}
    </Loaded>
  );
}

/** The method in plain English, with this round's own numbers. */
export function MethodPage() {
  return (
    <RoundShown
      title="How it works"
      lead="How the plan was found, with the numbers of this round. No step is hidden."
      fewestRuns={1}
      empty={{ title: "No numbers yet", words: "Solve the round: then its own numbers are here." }}
    >
      {(shown) => <Found {...shown} />}
    </RoundShown>
  );
}
