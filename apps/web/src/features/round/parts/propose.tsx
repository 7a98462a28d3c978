import { Show, untrack } from "solid-js";
import { api } from "../../../lib/api.ts";
import { toDateWords } from "../../../lib/words.ts";
import {
  announce,
  createForm,
  DateField,
  Form,
  InsetText,
  isoOfParts,
  partsOfIso,
} from "../../../ui/index.ts";
import { useRoundAct } from "../data.ts";
import type { OfRound } from "./of-round.tsx";

function AskForm(props: OfRound & { run: number }) {
  const act = useRoundAct();
  const days = () => props.round.panelDays;
  const form = createForm({
    initial: { answerBy: partsOfIso(untrack(days).proposed) },
    check: ({ answerBy }) => ({
      answerBy: isoOfParts(answerBy) === undefined ? "Enter a day, month and year" : undefined,
    }),
    submit: async ({ answerBy }) => {
      const { area, round, run } = props;
      const { id, version } = round;
      const day = isoOfParts(answerBy) ?? "";
      const given = { area, id, version, run, answerBy: day };
      const outcome = await act(() => api.round.propose.mutate(given));
      if (outcome.done) announce("The panel is asked");
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel={`Ask the panel about run ${props.run}`}>
      <DateField
        label="By when should they answer?"
        hint={`${toDateWords(days().last)} at the latest`}
        {...form.field("answerBy")}
      />
    </Form>
  );
}

/** Asks the panel about a run, by a day; says who asked for another one before, and why. */
export function Propose(props: OfRound & { run: number }) {
  return (
    <>
      <Show when={props.round.sentBack}>
        {(back) => (
          <InsetText>{`${back().by} asks for another plan than run ${back().run}: ${back().words}`}</InsetText>
        )}
      </Show>
      <p class="govuk-body">
        Members get a mail, and see the plan without a name: phase, zone and area of expertise of
        each need. One member’s question takes it back to you; when all agree, it is agreed.
      </p>
      <Show when={props.round.version} keyed>
        {(_version) => <AskForm {...props} />}
      </Show>
    </>
  );
}
