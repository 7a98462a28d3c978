import { toYearWords } from "@alongside/domain/calendar";
import { useParams } from "@solidjs/router";
import { createSignal, For, Show, untrack } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  announce,
  Breadcrumbs,
  ButtonRow,
  Columns,
  createForm,
  DateField,
  Dialog,
  Form,
  isoOfParts,
  Link,
  LinkButton,
  noDate,
  Page,
  partsOfIso,
  Tag,
  WarningButton,
  Button,
} from "../../../ui/index.ts";
import { useSurvey, useSurveyAct, useSurveyWords, type Survey } from "../data.ts";
import { stageColours, stageWords, toSpanWords } from "../words.ts";

type Shown = { area: string; survey: Survey };

const day = "Enter a day, month and year";

function OpenForm(props: Shown) {
  const act = useSurveyAct();
  const form = createForm({
    initial: untrack(() => ({ opensOn: partsOfIso(props.survey.today), closesOn: noDate })),
    check: ({ opensOn, closesOn }) => ({
      opensOn: isoOfParts(opensOn) === undefined ? day : undefined,
      closesOn: isoOfParts(closesOn) === undefined ? day : undefined,
    }),
    submit: ({ opensOn, closesOn }) => {
      const { id, version } = props.survey;
      const dates = { opensOn: isoOfParts(opensOn) ?? "", closesOn: isoOfParts(closesOn) ?? "" };
      return act(() => api.survey.open.mutate({ area: props.area, id, version, ...dates }));
    },
  });
  return (
    <>
      <h2 class="govuk-heading-m">Open it to heads</h2>
      <p class="govuk-body">
        Every head gets a mail on the first day, and a reminder each week until the answer is there.
        The words cannot be changed after this.
      </p>
      <Form form={form} submitLabel="Open the survey" label="Open the survey">
        <DateField label="First day" {...form.field("opensOn")} />
        <DateField label="Last day" hint="For example, 27 11 2026" {...form.field("closesOn")} />
      </Form>
    </>
  );
}

function ExtendForm(props: Shown) {
  const act = useSurveyAct();
  const form = createForm({
    initial: untrack(() => ({
      closesOn: props.survey.closesOn === null ? noDate : partsOfIso(props.survey.closesOn),
    })),
    check: ({ closesOn }) => ({ closesOn: isoOfParts(closesOn) === undefined ? day : undefined }),
    submit: async ({ closesOn }) => {
      const { id, version } = props.survey;
      const given = { id, version, closesOn: isoOfParts(closesOn) ?? "" };
      const outcome = await act(() => api.survey.extend.mutate({ area: props.area, ...given }));
      if (outcome.done) announce("Last day saved");
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel="Save the last day" label="Another last day">
      <DateField label="Last day" {...form.field("closesOn")} />
    </Form>
  );
}

/** Closing cannot be taken back: it is asked twice. */
function Close(props: Shown) {
  const act = useSurveyAct();
  const [isAsked, setAsked] = createSignal(false);
  const [trouble, setTrouble] = createSignal<string>();
  const close = async () => {
    const { area, survey } = props;
    const { id, version } = survey;
    const outcome = await act(() => api.survey.close.mutate({ area, id, version }));
    setAsked(false);
    setTrouble(outcome.done ? undefined : outcome.message);
  };
  return (
    <>
      <Button kind="secondary" onPress={() => setAsked(true)}>
        Close it now
      </Button>
      <Show when={trouble()}>
        {(words) => (
          <p class="govuk-error-message" role="alert">
            {words()}
          </p>
        )}
      </Show>
      <Dialog open={isAsked()} title="Close the survey?" onClose={() => setAsked(false)}>
        <p class="govuk-body">Nobody can answer any more, and the results can be read.</p>
        <ButtonRow>
          <WarningButton onPress={() => void close()}>Close the survey</WarningButton>
          <Button kind="secondary" onPress={() => setAsked(false)}>
            Leave it open
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  );
}

/** What heads wrote, without a name: for administrators, when the survey is over. */
function HeadsWords(props: Shown) {
  const words = useSurveyWords(() => ({
    area: props.area,
    id: props.survey.id,
    isOver: props.survey.stage === "over",
  }));
  return (
    <Loaded query={words} what="Loading what heads wrote">
      {(known) => (
        <>
          <h2 class="govuk-heading-m">In their own words</h2>
          <p class="govuk-body a-quiet">
            Without names, in no order that tells whose they are. For administrators alone.
          </p>
          <Show
            when={known().words.length > 0}
            fallback={<p class="govuk-body">Nobody wrote anything.</p>}
          >
            <ul class="govuk-list govuk-list--bullet">
              <For each={known().words}>{(text) => <li class="a-words">{text}</li>}</For>
            </ul>
          </Show>
        </>
      )}
    </Loaded>
  );
}

function Acts(props: Shown) {
  return (
    <>
      <Show when={props.survey.may.revise}>
        <ButtonRow>
          <LinkButton
            kind="secondary"
            href={inArea(props.area, `/surveys/${props.survey.id}/edit`)}
          >
            Change the words
          </LinkButton>
        </ButtonRow>
      </Show>
      <Show when={props.survey.may.open}>
        <OpenForm {...props} />
      </Show>
      <Show when={props.survey.may.extend && props.survey.stage !== "over"}>
        <ExtendForm {...props} />
        <Close {...props} />
      </Show>
      <Show when={props.survey.stage === "over"}>
        <Show when={props.survey.may.readResults}>
          <p class="govuk-body">
            <Link href={inArea(props.area, `/board/survey?survey=${props.survey.id}`)}>
              The results
            </Link>
          </p>
        </Show>
        <HeadsWords {...props} />
      </Show>
    </>
  );
}

function Whole(props: Shown) {
  return (
    <Page
      title={props.survey.title}
      caption={`Survey of ${toYearWords(props.survey.academicYear)}`}
      before={
        <Breadcrumbs crumbs={[{ text: "Yearly survey", href: inArea(props.area, "/surveys") }]} />
      }
    >
      <p class="a-tags">
        <Tag colour={stageColours[props.survey.stage]}>{stageWords[props.survey.stage]}</Tag>{" "}
        <span class="a-quiet">{toSpanWords(props.survey)}</span>
      </p>
      <Columns kind="halves">
        <section>
          <h2 class="govuk-heading-m">What heads are asked</h2>
          <ol class="govuk-list govuk-list--number">
            <For each={props.survey.statements}>
              {({ text }) => <li class="a-words">{text}</li>}
            </For>
          </ol>
          <p class="govuk-body">
            <strong>In words:</strong> <span class="a-words">{props.survey.question}</span>
          </p>
        </section>
        <section>
          <Acts {...props} />
        </section>
      </Columns>
    </Page>
  );
}

/** One survey, for those who write it. */
export function OneSurvey() {
  const slug = useAreaSlug();
  const params = useParams();
  const survey = useSurvey(() => ({ area: slug(), id: params["survey"] ?? "" }));
  return (
    <Loaded query={survey} what="Loading the survey">
      {(known) => <Whole area={slug()} survey={known()} />}
    </Loaded>
  );
}
