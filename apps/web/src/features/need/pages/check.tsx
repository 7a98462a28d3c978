import { useNavigate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { completeAsk } from "@alongside/domain/need";
import { NotFound } from "../../../app/not-found.tsx";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { sentenceFor } from "../../../lib/refusal-words.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  createForm,
  Form,
  InsetText,
  Link,
  NotificationBanner,
  Page,
} from "../../../ui/index.ts";
import { needAddress, stepAddress } from "../addresses.ts";
import { useNeed, useNeedAct, useNeedChoices, type NeedChoices, type NeedPage } from "../data.ts";
import { Answers } from "../parts/answers.tsx";
import { stepOf } from "../steps.ts";

type Shown = { area: string; need: NeedPage; choices: NeedChoices };

function Send(props: Shown) {
  const navigate = useNavigate();
  const act = useNeedAct();
  const form = createForm({
    initial: {},
    submit: async () => {
      const { area, need } = props;
      const outcome = await act(() =>
        api.need.submit.mutate({ area, id: need.id, version: need.version }),
      );
      if (outcome.done) navigate(needAddress(area, need.id, "/sent"));
      return outcome;
    },
  });
  return (
    <Show
      when={props.need.may.submit}
      fallback={
        <InsetText>
          The draft is kept. The head of the school sends it: nothing leaves the school without
          them.
        </InsetText>
      }
    >
      <h2 class="govuk-heading-m">Send it</h2>
      <p class="govuk-body">
        {props.need.isBegunOnBehalf && props.need.audience !== "own-school"
          ? `You send it on behalf of ${props.need.school.name}, and the record says so.`
          : "The coordinator and the partnership’s officers can then see it. No leader can, until the coordinator makes a shortlist."}
      </p>
      <Form form={form} submitLabel="Send to the coordinator">
        {null}
      </Form>
    </Show>
  );
}

function Unfinished(props: Shown & { sentence: string; step: string }) {
  return (
    <NotificationBanner kind="warning" title="Not ready to send yet">
      <p class="govuk-body">{props.sentence}</p>
      <p class="govuk-body">
        <Link href={`${stepAddress(props.area, props.need.id, props.step)}?from=check`}>
          Answer them
        </Link>
      </p>
    </NotificationBanner>
  );
}

function Whole(props: Shown) {
  const problem = () => {
    const whole = completeAsk(props.need.ask);
    return whole.ok ? undefined : whole.refusal;
  };
  const stepOfProblem = () => {
    const refusal = problem();
    if (refusal?.kind === "ask-incomplete") return stepOf(refusal.missing[0] ?? "why");
    return refusal?.kind === "wanted-before-start" ? "change" : "support";
  };
  return (
    <Page
      title="Check your answers"
      caption={props.need.school.name}
      before={<BackLink href={stepAddress(props.area, props.need.id, "sharing")} />}
    >
      <Show when={problem()}>
        {(refusal) => (
          <Unfinished {...props} sentence={sentenceFor(refusal())} step={stepOfProblem()} />
        )}
      </Show>
      <Answers
        need={props.need}
        choices={props.choices}
        changeHref={(step) => `${stepAddress(props.area, props.need.id, step)}?from=check`}
      />
      <Show when={problem() === undefined}>
        <Send {...props} />
      </Show>
    </Page>
  );
}

/** All answers at a glance before anything leaves the school. */
export function CheckNeed() {
  const slug = useAreaSlug();
  const params = useParams();
  const need = useNeed(() => ({ area: slug(), id: params["need"] ?? "" }));
  const choices = useNeedChoices(slug);
  return (
    <Loaded query={choices} what="Loading the lists">
      {(lists) => (
        <Loaded query={need} what="Loading your draft">
          {(known) => (
            <Show when={known().may.write} fallback={<NotFound />}>
              <Whole area={slug()} need={known()} choices={lists()} />
            </Show>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
