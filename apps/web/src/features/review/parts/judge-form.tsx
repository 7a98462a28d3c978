import { invitationOf } from "@alongside/domain/code-list";
import { useNavigate } from "@solidjs/router";
import { createSignal, For, Show, untrack } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import {
  announce,
  ButtonRow,
  createForm,
  Form,
  InsetText,
  Link,
  PlainButton,
  Radios,
  TextField,
  type FormState,
} from "../../../ui/index.ts";
import {
  answersFrom,
  faultsIn,
  judgementField,
  judgementsIn,
  reasonField,
  type Answers,
} from "../answers.ts";
import { useReviewAct, type ReviewedSchool } from "../data.ts";
import { Found } from "./found.tsx";
import { Note } from "./note.tsx";

type JudgeProps = { area: string; given: ReviewedSchool };

const codes = (entries: readonly { readonly code: string }[]) => entries.map(({ code }) => code);

function OneArea(props: {
  code: string;
  label: string;
  given: ReviewedSchool;
  form: FormState<Answers>;
}) {
  const words = () => props.given.lists.words;
  const before = () => props.given.school.last?.judgements[props.code]?.judgement;
  const chosen = () => props.form.values()[judgementField(props.code)] ?? "";
  const hint = () => {
    const code = before();
    return code === undefined ? undefined : `Last time: ${words()[code] ?? code}`;
  };
  return (
    <>
      <Radios
        label={props.label}
        hint={hint()}
        small
        inline
        choices={props.given.lists.judgements.map(({ code, label }) => ({ value: code, label }))}
        {...props.form.field(judgementField(props.code))}
      />
      <Show when={chosen() !== "" && chosen() !== "secure"}>
        <TextField
          label={`Why, and where you know it from: ${props.label.toLowerCase()}`}
          hint={
            invitationOf(chosen()) === "need"
              ? "The head reads it once the panel has agreed"
              : "Optional. The head reads it once the panel has agreed"
          }
          {...props.form.field(reasonField(props.code))}
        />
      </Show>
    </>
  );
}

/** Fills what is still empty: most schools are secure in most areas. */
function Fill(props: { given: ReviewedSchool; form: FormState<Answers> }) {
  const areas = () => codes(props.given.lists.areas);
  const fill = (judgementOf: (area: string) => string | undefined, reason: boolean) => {
    for (const area of areas()) {
      const judgement = judgementOf(area);
      if (judgement === undefined || props.form.values()[judgementField(area)] !== "") continue;
      props.form.set(judgementField(area), judgement);
      const last = props.given.school.last?.judgements[area]?.reason;
      if (reason && last !== undefined) props.form.set(reasonField(area), last);
    }
    announce("Empty areas filled");
  };
  const last = () => props.given.school.last?.judgements;
  return (
    <ButtonRow>
      <PlainButton onPress={() => fill(() => "secure", false)}>
        Secure in all that is empty
      </PlainButton>
      <Show when={last()}>
        {(judgements) => (
          <PlainButton onPress={() => fill((area) => judgements()[area]?.judgement, true)}>
            As last time in all that is empty
          </PlainButton>
        )}
      </Show>
    </ButtonRow>
  );
}

/** What stands there now, after somebody else was faster: the text in the form stays, and saving again goes over it knowingly. */
function Meanwhile(props: { given: ReviewedSchool }) {
  return (
    <Show when={props.given.school.now}>
      {(now) => (
        <InsetText>
          <p class="govuk-body">
            {`${now().judgedBy ?? "Somebody else"} has judged this school meanwhile. Saving yours puts it in the place of:`}
          </p>
          <Found judgements={now().judgements} words={props.given.lists.words} />
        </InsetText>
      )}
    </Show>
  );
}

/** What the review finds of a school; saving leads to the next one that nobody has judged. */
export function JudgeForm(props: JudgeProps) {
  const act = useReviewAct();
  const navigate = useNavigate();
  const seenNow = () => props.given.school.now?.version ?? 0;
  const [seen, setSeen] = createSignal(untrack(seenNow));
  const [isOld, setOld] = createSignal(false);
  const [isRead, setRead] = createSignal(untrack(() => props.given.school.now?.hasNote !== true));
  const areas = () => codes(props.given.lists.areas);
  const needing = () =>
    codes(props.given.lists.judgements).filter((code) => invitationOf(code) === "need");
  const below = (path: string) => inArea(props.area, `/reviews/${props.given.id}${path}`);
  const next = () => props.given.next;
  const form = createForm<Answers>({
    initial: untrack(() => answersFrom(props.given)),
    check: (answers) => faultsIn(answers, { areas: areas(), needing: needing() }),
    submit: async (answers) => {
      const { area, given } = props;
      const note = { text: answers["note"] ?? "", isShared: answers["share"] === "yes" };
      const to = next();
      const outcome = await act(() =>
        api.review.judge.mutate({
          area,
          id: given.id,
          urn: given.school.urn,
          version: seen(),
          judgements: judgementsIn(answers, areas()),
          ...(isRead() ? { note } : {}),
        }),
      );
      if (outcome.done) {
        announce(`${given.school.name} saved`);
        navigate(below(to === null ? "" : `/schools/${to.urn}`));
      } else if (seenNow() !== seen()) {
        setSeen(seenNow());
        setOld(true);
      }
      return outcome;
    },
  });
  return (
    <Form
      form={form}
      submitLabel={next() === null ? "Save" : "Save and go to the next school"}
      also={
        <Show when={next()}>
          {(to) => (
            <Link href={below(`/schools/${to().urn}`)}>{`Leave it, go to ${to().name}`}</Link>
          )}
        </Show>
      }
    >
      <Show when={isOld()}>
        <Meanwhile given={props.given} />
      </Show>
      <Fill given={props.given} form={form} />
      <For each={props.given.lists.areas}>
        {({ code, label }) => <OneArea code={code} label={label} given={props.given} form={form} />}
      </For>
      <Note
        area={props.area}
        given={props.given}
        form={form}
        isRead={isRead()}
        onRead={() => setRead(true)}
      />
    </Form>
  );
}
