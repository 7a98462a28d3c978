import { useLocation, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { counted, EmptyState, Table } from "../../../ui/index.ts";
import { runIn } from "../addresses.ts";
import { useMethod, useRound, type Method, type RoundPage } from "../data.ts";
import { RoundFrame } from "../parts/frame.tsx";
import { Verdict } from "../parts/sum.tsx";
import { toSecondWords } from "../words.ts";

const total = (bands: readonly { readonly served: number }[]): number =>
  bands.reduce((sum, { served }) => sum + served, 0);

function Steps(props: { found: Method }) {
  const found = () => props.found;
  return (
    <>
      <h2 class="govuk-heading-m">1. Who could help whom</h2>
      <p class="govuk-body">
        {`${counted(found().needs, "school")} and ${counted(found().leaders, "leader")} make ${counted(found().pairs, "pair")}. For each pair we look at every hard rule: the right phase, the right expertise, near enough, not their own school or trust, no conflict of interest, nobody has said no, enough days. ${counted(found().passing, "pair passes", "pairs pass")} them all. The others are out, whatever their points.`}
      </p>
      <h2 class="govuk-heading-m">2. How well the two suit each other</h2>
      <p class="govuk-body">
        Each pair that passes gets points. These are the most that each part can give here; the
        partnership sets them, and a round can have its own.
      </p>
      <Table
        caption="Points"
        captionHidden
        columns={[
          { key: "part", header: "What counts", rowHeader: true, cell: ({ label }) => label },
          { key: "most", header: "Most points", numeric: true, cell: ({ most }) => most },
        ]}
        rows={found().weights}
      />
      <p class="govuk-body a-quiet">
        The track record is drawn towards the partnership’s mean: one good piece of work does not
        beat ten. Until enough is finished it is the same for everybody.
      </p>
      <Show when={found().example}>
        {(example) => (
          <p class="govuk-body">
            {`An example: ${example().leader} and ${example().school} have ${example().fit} points: ${example()
              .parts.map(({ label, points }) => `${label.toLowerCase()} ${points}`)
              .join(", ")}.`}
          </p>
        )}
      </Show>
    </>
  );
}

function Order(props: { found: Method }) {
  const found = () => props.found;
  const list = () => total(found().byList);
  const difference = () => found().sum.served - list();
  return (
    <>
      <h2 class="govuk-heading-m">3. Greatest need first</h2>
      <p class="govuk-body">
        We look for the plan that serves the most schools of band 1. Among all such plans, the most
        of band 2, then 3, then 4. Points decide only after that, so that no number of points puts a
        lesser need before a greater one. Between plans that are equal in all this, we take the one
        that spreads the work most evenly and changes least.
      </p>
      <h2 class="govuk-heading-m">4. Why not simply go down the list?</h2>
      <p class="govuk-body">
        The first school on a list might take the only leader whom the third could have, when the
        first had another choice. A list never looks back; this does.
      </p>
      <Table
        caption="This round, both ways"
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
      <p class="govuk-body">
        {difference() > 0
          ? `Going down the list would leave ${counted(difference(), "school")} without a leader that this plan serves.`
          : "Here the list would serve as many. The plan still has the best fit of all that do, and you know that it has."}
      </p>
    </>
  );
}

function Proof(props: { found: Method }) {
  const sum = () => props.found.sum;
  return (
    <>
      <h2 class="govuk-heading-m">5. How do we know?</h2>
      <p class="govuk-body">
        Give each school a price for its place, such that no leader could fill their days for more
        than the prices say. Add the prices up: no plan can be worth more than that. When our plan
        is worth exactly that much, it is the best there is. A second program, written apart from
        the first, adds the prices up again and checks every rule.
      </p>
      <p class="govuk-body">
        {`Here: ${sum().served} served where at most ${sum().bands.reduce((all, { most }) => all + most, 0)} could be, and ${sum().fit} points where at most ${sum().mostFit} are possible. ${sum().isVerified ? "The second program agrees." : "The second program does not agree: do not use this plan."} It took ${toSecondWords(sum().milliseconds)}.`}
      </p>
      <h2 class="govuk-heading-m">6. You stay in charge</h2>
      <p class="govuk-body">
        Pin a leader, rule one out, change what counts, choose other needs: each time you see what
        it costs before you decide. Every run is kept as it was and can be made again to the last
        byte. Nothing is sent before the panel agrees and you publish.
      </p>
    </>
  );
}

function Found(props: { area: string; round: RoundPage; run: number | undefined }) {
  const method = useMethod(() => ({ area: props.area, id: props.round.id, run: props.run }));
  return (
    <Loaded query={method} what="Loading the numbers">
      {(found) => (
        <>
          <Verdict sum={found().sum} />
          <Steps found={found()} />
          <Order found={found()} />
          <Proof found={found()} />
        </>
      )}
    </Loaded>
  );
}

/** The method in plain English, with this round's own numbers. */
export function MethodPage() {
  const slug = useAreaSlug();
  const params = useParams();
  const location = useLocation();
  const round = useRound(() => ({ area: slug(), id: params["round"] ?? "" }));
  return (
    <Loaded query={round} what="Loading the round">
      {(known) => (
        <RoundFrame
          area={slug()}
          round={known()}
          title="How it works"
          lead="How the plan was found, with the numbers of this round. No step is hidden."
        >
          <Show
            when={known().runs.length > 0}
            fallback={
              <EmptyState title="No numbers yet">
                <p class="govuk-body">Solve the round: then its own numbers are here.</p>
              </EmptyState>
            }
          >
            <Found area={slug()} round={known()} run={runIn(location.search)} />
          </Show>
        </RoundFrame>
      )}
    </Loaded>
  );
}
