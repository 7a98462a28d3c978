import { daysBetween, toTermWords } from "@alongside/domain/calendar";
import "../../../look/round.scss";
import { useParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  announce,
  Clock,
  counted,
  createForm,
  Form,
  InsetText,
  Page,
  Radios,
  Table,
  TextArea,
  WhoActsNext,
} from "../../../ui/index.ts";
import { useProposal, useRoundAct, type Proposal } from "../data.ts";
import { phaseWords } from "../words.ts";

type Shown = { area: string; proposal: Proposal };

function AnswerForm(props: Shown & { onAskedAgain: () => void }) {
  const act = useRoundAct();
  const initial: { answer: "" | "agree" | "ask-again"; note: string } = { answer: "", note: "" };
  const form = createForm({
    initial,
    check: ({ answer, note }) => ({
      answer: answer === "" ? "Choose an answer" : undefined,
      note:
        answer === "ask-again" && note.trim() === "" ? "Say what should be different" : undefined,
    }),
    submit: async ({ answer, note }) => {
      const { round, version, run } = props.proposal;
      const said = answer === "ask-again" ? "ask-again" : "agree";
      const given = { area: props.area, id: round.id, version, run, answer: said, note } as const;
      const outcome = await act(() => api.round.answer.mutate(given));
      if (outcome.done) announce("Your answer is sent");
      if (outcome.done && said === "ask-again") props.onAskedAgain();
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel="Send my answer">
      <Radios
        label="Do you agree to this plan?"
        choices={[
          { value: "agree", label: "I agree" },
          { value: "ask-again", label: "I ask for another plan" },
        ]}
        {...form.field("answer")}
      />
      <TextArea
        label="In your own words"
        hint="Needed when you ask for another plan"
        limit={1000}
        {...form.field("note")}
      />
    </Form>
  );
}

function Whole(props: Shown) {
  const proposal = () => props.proposal;
  // Asked for another, the plan is no proposal any more, and there is no page of it to read again.
  const [hasAsked, setAsked] = createSignal(false);
  const mayAnswer = () => proposal().mayAnswer && proposal().mine === null && !hasAsked();
  const served = () => proposal().lines.filter(({ from }) => from !== null).length;
  return (
    <Page
      title={`A plan for ${proposal().round.name}`}
      caption={toTermWords(proposal().term)}
      lead="You are asked as a member of the zone’s panel. Schools and leaders are not named."
    >
      <Show when={mayAnswer() && proposal().answerBy}>
        {(day) => (
          <WhoActsNext
            who="You"
            what="say whether you agree"
            by={
              <Clock
                what="Your answer"
                days={daysBetween(proposal().today, day())}
                on={toDateWords(day())}
              />
            }
          />
        )}
      </Show>
      <div class="a-round-verdict">
        <p>
          <strong>
            {`${served()} of ${counted(proposal().lines.length, "school")} would get a leader.`}
          </strong>
        </p>
        <p>
          {proposal().isProved
            ? "It is proved that no plan serves more of the greatest need."
            : "It is the best plan that was found in the time there was."}
        </p>
      </div>
      <Table
        caption="The plan, without names"
        columns={[
          {
            key: "need",
            header: "Need",
            rowHeader: true,
            cell: (line) => (
              <>
                {`${line.number}. ${line.expertise}`}
                <div class="a-quiet a-small">
                  {`${phaseWords(line.phase)}, ${line.zone} · band ${line.band}`}
                </div>
              </>
            ),
          },
          {
            key: "from",
            header: "Leader",
            cell: ({ from }) => (from === null ? "Nobody yet" : `From ${from}`),
          },
        ]}
        rows={proposal().lines}
      />
      <p class="govuk-body">
        {`${proposal().agreed} of ${counted(proposal().members, "member")} ${proposal().agreed === 1 ? "has" : "have"} agreed.`}
      </p>
      <Show
        when={mayAnswer()}
        fallback={
          <InsetText>
            {hasAsked()
              ? "You asked for another plan. Whoever runs the round reads why, and asks you again."
              : proposal().mine?.answer === "agree"
                ? "You agreed to this plan."
                : "This plan is agreed."}
          </InsetText>
        }
      >
        <AnswerForm {...props} onAskedAgain={() => setAsked(true)} />
      </Show>
    </Page>
  );
}

/** The plan that a panel is asked about, without a name, and the answer of one member. */
export function ProposalPage() {
  const slug = useAreaSlug();
  const params = useParams();
  const proposal = useProposal(() => ({ area: slug(), id: params["round"] ?? "" }));
  return (
    <Loaded query={proposal} what="Loading the plan">
      {(known) => <Whole area={slug()} proposal={known()} />}
    </Loaded>
  );
}
