import { isEmail, normalEmail } from "@alongside/domain/identity";
import { readersOf, type LetterReader, type Stage } from "@alongside/domain/concern";
import { useNavigate, useParams } from "@solidjs/router";
import { For, Show, untrack } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { createChecking } from "../../../lib/checking.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import { announce, BackLink, Form, isoOfText, Link, Page, SummaryList } from "../../../ui/index.ts";
import { useConcern, useConcernAct, type ConcernPage } from "../data.ts";
import { LetterFields, type LetterAnswers } from "../parts/letter-fields.tsx";
import { letterBeginning, readerWords, stageWords } from "../words.ts";

type Writing = { area: string; concern: ConcernPage; stage: Stage };

const addressFaults: Readonly<Record<LetterReader, string>> = {
  head: "Enter the e-mail address of the head",
  chair: "Enter the e-mail address of the chair of governors or the trust",
};

const replyByFault = (replyBy: string, today: string): string | undefined => {
  const day = isoOfText(replyBy);
  if (day === undefined) return "Enter a day, such as 31 3 2027";
  return day <= today ? "Enter a day that is still to come" : undefined;
};

const faultsOf = (given: LetterAnswers, { stage, concern }: Writing) => ({
  reason: given.reason === "" ? "Choose a reason" : undefined,
  letter: given.letter.trim() === "" ? "Write the letter" : undefined,
  replyBy: replyByFault(given.replyBy, concern.today),
  ...Object.fromEntries(
    (given.way === "mail" ? readersOf(stage) : []).map((reader) => [
      reader,
      isEmail(normalEmail(given[reader])) ? undefined : addressFaults[reader],
    ]),
  ),
});

const createLetter = (props: Writing) => {
  const act = useConcernAct();
  const navigate = useNavigate();
  const initial = untrack((): LetterAnswers => ({
    reason: "",
    letter: letterBeginning(props.stage, props.concern.school.name),
    replyBy: "",
    way: "mail",
    head: props.concern.headEmail ?? "",
    chair: "",
  }));
  return createChecking<LetterAnswers>({
    initial,
    check: (given) => faultsOf(given, props),
    submit: async ({ reason, letter, replyBy, way, head, chair }) => {
      const { area, stage } = props;
      const { id, version } = props.concern;
      const to = way === "mail" ? { to: { head, chair } } : {};
      const given = { area, id, version, stage, reason, letter, replyBy: isoOfText(replyBy) ?? "" };
      return act(async () => {
        await api.concern.escalate.mutate({ ...given, ...to });
        announce(way === "mail" ? "The letter is on its way" : "The letter was put on record");
        navigate(inArea(area, `/concerns/${id}`));
      });
    },
  });
};

function Envelope(props: Writing & { answers: LetterAnswers }) {
  const readers = () => readersOf(props.stage);
  const reason = () => props.concern.reasons.find(({ code }) => code === props.answers.reason);
  return (
    <SummaryList
      rows={[
        { term: "Stage", value: `${props.stage}: ${stageWords[props.stage]}` },
        { term: "Reason", value: reason()?.label ?? "" },
        {
          term: "Goes",
          value: (
            <Show
              when={props.answers.way === "mail"}
              fallback="On paper, or from your own mail: nothing is sent from here"
            >
              <For each={readers()}>
                {(reader) => (
                  <div>{`By e-mail to the ${readerWords[reader].toLowerCase()}, ${props.answers[reader]}`}</div>
                )}
              </For>
            </Show>
          ),
        },
        { term: "Reply by", value: toDateWords(isoOfText(props.answers.replyBy) ?? "") },
        { term: "Letter", value: <span class="a-words">{props.answers.letter.trim()}</span> },
      ]}
    />
  );
}

function Letter(props: Writing) {
  const { form, isChecking, change } = createLetter(props);
  const caption = () => `Stage ${props.stage}, ${props.concern.school.name}`;
  const isMailed = () => form.values().way === "mail";
  return (
    <Show
      when={isChecking()}
      fallback={
        <Page
          title={`Write the letter: ${stageWords[props.stage].toLowerCase()}`}
          caption={caption()}
          lead="Nothing is sent yet: you see the letter once more before it goes."
          before={<BackLink href={inArea(props.area, `/concerns/${props.concern.id}`)} />}
          error={form.problems().length > 0}
        >
          <Form form={form} submitLabel="Check the letter">
            <LetterFields form={form} concern={props.concern} stage={props.stage} />
          </Form>
        </Page>
      }
    >
      <Page
        title="Check the letter"
        caption={caption()}
        lead={
          isMailed()
            ? "It goes out at once and cannot be called back."
            : "Nothing is sent from here. What it says is kept on record and cannot be changed."
        }
        before={<BackLink href={change()} />}
        error={form.problems().length > 0}
      >
        <Form
          form={form}
          submitLabel={isMailed() ? "Send the letter" : "Record the letter as sent"}
          also={<Link href={change()}>Change something</Link>}
        >
          <Envelope {...props} answers={form.values()} />
        </Form>
      </Page>
    </Show>
  );
}

/** Takes a concern a stage further: the letter is written, looked at once more, and sent. */
export function WriteLetter() {
  const slug = useAreaSlug();
  const params = useParams();
  const concern = useConcern(() => ({ area: slug(), id: params["concern"] ?? "" }));
  return (
    <Loaded query={concern} what="Loading the concern">
      {(known) => (
        <Show when={known().nextStage} fallback={<NotFound />} keyed>
          {(stage) => <Letter area={slug()} concern={known()} stage={stage} />}
        </Show>
      )}
    </Loaded>
  );
}
