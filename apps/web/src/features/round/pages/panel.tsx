import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { useLive } from "../../../lib/live.ts";
import {
  announce,
  ButtonRow,
  createForm,
  Details,
  Form,
  InsetText,
  Link,
  LinkButton,
  Table,
  Tag,
  TextArea,
} from "../../../ui/index.ts";
import { roundAddress, runIn } from "../addresses.ts";
import { useRoundAct } from "../data.ts";
import { Next } from "../parts/next.tsx";
import { RoundShown, type OfRound } from "../parts/of-round.tsx";
import { Propose } from "../parts/propose.tsx";
import { ReasonForm } from "../parts/reason-form.tsx";

const answerWords = { agree: "Agrees", "ask-again": "Asks for another" } as const;

function Members(props: OfRound) {
  return (
    <Table
      caption="The panel"
      columns={[
        { key: "name", header: "Member", rowHeader: true, cell: ({ name }) => name },
        {
          key: "answer",
          header: "Answer",
          cell: (member) => (
            <Show
              when={member.answer}
              fallback={props.round.proposed === null ? "Not asked yet" : "Not yet"}
            >
              {(answer) => (
                <Tag colour={answer() === "agree" ? "green" : "amber"}>{answerWords[answer()]}</Tag>
              )}
            </Show>
          ),
        },
        { key: "note", header: "In words", cell: ({ note }) => note },
      ]}
      rows={props.round.panel}
      empty={<p class="govuk-body">Nobody sits on the panel of these zones yet.</p>}
    />
  );
}

function NoteForm(props: OfRound & { run: number }) {
  const act = useRoundAct();
  const form = createForm({
    initial: { words: "" },
    check: ({ words }) => ({
      words: words.trim() === "" ? "Say when and where the panel agreed" : undefined,
    }),
    submit: async ({ words }) => {
      const { id, version } = props.round;
      const given = { area: props.area, id, version, run: props.run, words };
      const outcome = await act(() => api.round.noteAgreement.mutate(given));
      if (outcome.done) announce("The round is agreed");
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel="Note that the panel agreed">
      <TextArea
        label="When and where did the panel agree?"
        hint="Such as ‘Zone meeting on 3 March, all present’"
        limit={1000}
        {...form.field("words")}
      />
    </Form>
  );
}

function TakeBack(props: OfRound & { summary: string }) {
  const takeBack = (reason: string) => {
    const { id, version } = props.round;
    return api.round.takeBack.mutate({ area: props.area, id, version, reason });
  };
  return (
    <Details summary={props.summary}>
      <ReasonForm
        label="Why?"
        submitLabel="Take it back"
        done="Taken back: the round can be changed again"
        act={takeBack}
      />
    </Details>
  );
}

function Proposed(props: OfRound & { run: number }) {
  return (
    <>
      <Next round={props.round} />
      <p class="govuk-body">
        <Link href={roundAddress(props.area, props.round.id, `/plan?run=${props.run}`)}>
          {`See run ${props.run}`}
        </Link>
      </p>
      <Members {...props} />
      <Details summary="The panel agreed at a meeting">
        <NoteForm {...props} />
      </Details>
      <TakeBack {...props} summary="Take the proposal back" />
    </>
  );
}

function Agreed(props: OfRound) {
  return (
    <>
      <InsetText>{`The panel has agreed to run ${props.round.proposed ?? ""}.`}</InsetText>
      <Members {...props} />
      <Show when={props.round.state === "agreed"}>
        <ButtonRow>
          <LinkButton href={roundAddress(props.area, props.round.id, "/offers")}>
            Go on to publish
          </LinkButton>
        </ButtonRow>
        <TakeBack {...props} summary="Take the agreement back" />
      </Show>
    </>
  );
}

function Whole(props: OfRound) {
  const location = useLocation();
  const run = () => runIn(location.search) ?? props.round.runs.length;
  const isAgreed = () => ["agreed", "published", "closed"].includes(props.round.state);
  const isOpen = () => props.round.state === "solved" || isAgreed();
  return (
    <Show
      when={isOpen()}
      fallback={
        <p class="govuk-body">
          {props.round.state === "dropped"
            ? "The round was dropped: nobody is asked about it."
            : "Solve the round first: then there is a plan to propose."}
        </p>
      }
    >
      <Show when={!isAgreed()} fallback={<Agreed {...props} />}>
        <Show
          when={props.round.proposed}
          fallback={
            <>
              <Propose {...props} run={run()} />
              <Members {...props} />
            </>
          }
        >
          {(proposed) => <Proposed {...props} run={proposed()} />}
        </Show>
      </Show>
    </Show>
  );
}

/** Asks the zone's panel, notes what it said, and takes it back. */
export function Panel() {
  // Members answer from their own pages.
  useLive(useAreaSlug());
  return (
    <RoundShown
      title="Panel"
      lead="The heads of the zone agree to the plan before anything is sent."
    >
      {(shown) => <Whole {...shown} />}
    </RoundShown>
  );
}
