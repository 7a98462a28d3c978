import { consentMissing } from "@alongside/domain/impact";
import { createSignal, For, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { toDateWords } from "../../../lib/words.ts";
import {
  announce,
  Button,
  ButtonRow,
  InsetText,
  LinkButton,
  SummaryList,
  Tag,
} from "../../../ui/index.ts";
import { workAddress } from "../../visit/addresses.ts";
import { useImpactAct, type CaseStudy, type Impact } from "../data.ts";
import { sideWords, sustainedWords, trackColours, trackWords } from "../words.ts";

type Shown = { area: string; impact: Impact };

/** How the work stood half-way. */
export function Review(props: Shown) {
  const held = () => props.impact.review.held;
  return (
    <section>
      <h2 class="govuk-heading-m">The look half-way</h2>
      <Show
        when={held()}
        fallback={
          <p class="govuk-body">{`Half-way is ${toDateWords(props.impact.review.dueOn)}. Nobody has written how it stands.`}</p>
        }
      >
        {(review) => (
          <>
            <p class="a-tags">
              <Tag colour={trackColours[review().track]}>{trackWords[review().track]}</Tag>
            </p>
            <p class="govuk-body a-words">{review().summary}</p>
            <Show when={review().change}>
              <p class="govuk-body a-words">{`From now on: ${review().change}`}</p>
            </Show>
            <p class="a-quiet a-small">{`${review().by}, ${toDateWords(review().heldOn)}`}</p>
          </>
        )}
      </Show>
      <Show when={props.impact.may.review}>
        <p>
          <LinkButton
            kind="secondary"
            href={workAddress(props.area, props.impact.id, "impact/review")}
          >
            {held() === null ? "Write how it stands" : "Write it anew"}
          </LinkButton>
        </p>
      </Show>
    </section>
  );
}

/** What is still there two terms later. */
export function FollowUpPart(props: Shown) {
  const { followUp } = { followUp: () => props.impact.followUp };
  return (
    <Show when={followUp().dueOn}>
      {(due) => (
        <section>
          <h2 class="govuk-heading-m">Two terms later</h2>
          <Show
            when={followUp().answer}
            fallback={
              <p class="govuk-body">
                {followUp().isAsked
                  ? `The school was asked whether it has lasted. Answer due by ${toDateWords(due())}.`
                  : `The school is asked by mail whether it has lasted; due by ${toDateWords(due())}.`}
              </p>
            }
          >
            {(answer) => (
              <>
                <p class="govuk-body">
                  <strong>{sustainedWords[answer().sustained ?? "partly"]}</strong>
                </p>
                <p class="govuk-body a-words">{answer().comment}</p>
                <p class="a-quiet a-small">{`${answer().by ?? "The school"}, ${toDateWords(answer().at)}`}</p>
              </>
            )}
          </Show>
          <Show when={props.impact.may.followUp}>
            <p>
              <LinkButton href={workAddress(props.area, props.impact.id, "impact/follow-up")}>
                Say whether it has lasted
              </LinkButton>
            </p>
          </Show>
        </section>
      )}
    </Show>
  );
}

const consentWords = (study: CaseStudy): string => {
  if (study.state === "agreed") return "Both sides have agreed that this is told to others.";
  if (study.state === "withdrawn") return "Consent was taken back: nothing is told to others.";
  const missing = consentMissing(study).map((side) => sideWords[side].toLowerCase());
  return `Told to nobody yet. Still to agree: ${missing.join(" and ")}.`;
};

function Consent(props: Shown & { study: CaseStudy }) {
  const act = useImpactAct();
  const [trouble, setTrouble] = createSignal<string>();
  const sides = () => props.impact.may.consent;
  const say = async (side: "supported-school" | "leader", agrees: boolean) => {
    const { version } = props.study;
    const given = { area: props.area, id: props.impact.id, version, side, agrees };
    const outcome = await act(() => api.impact.consent.mutate(given));
    setTrouble(outcome.done ? undefined : outcome.message);
    if (outcome.done) announce(agrees ? "You agreed" : "Consent was taken back");
  };
  return (
    <>
      <Show when={trouble()}>
        <InsetText>{trouble()}</InsetText>
      </Show>
      <For each={sides()}>
        {(side) => (
          <ButtonRow>
            <Show
              when={props.study.state === "asked" && consentMissing(props.study).includes(side)}
            >
              <Button onPress={() => void say(side, true)}>
                {`Agree for ${sideWords[side].toLowerCase()}`}
              </Button>
            </Show>
            <Show when={props.study.state !== "withdrawn"}>
              <Button kind="secondary" onPress={() => void say(side, false)}>
                {`Do not tell it, for ${sideWords[side].toLowerCase()}`}
              </Button>
            </Show>
          </ButtonRow>
        )}
      </For>
    </>
  );
}

/** What others may learn from, once both sides agree. */
export function StudyPart(props: Shown) {
  return (
    <Show when={props.impact.caseStudy !== null || props.impact.may.tell}>
      <section>
        <h2 class="govuk-heading-m">Case study</h2>
        <Show
          when={props.impact.caseStudy}
          fallback={<p class="govuk-body">Nobody has written one yet.</p>}
        >
          {(study) => (
            <>
              <h3 class="govuk-heading-s a-words">{study().title}</h3>
              <SummaryList
                rows={[
                  {
                    term: "The challenge",
                    value: <span class="a-words">{study().challenge}</span>,
                  },
                  { term: "The support", value: <span class="a-words">{study().support}</span> },
                  {
                    term: "The difference",
                    value: <span class="a-words">{study().difference}</span>,
                  },
                ]}
              />
              <InsetText>{consentWords(study())}</InsetText>
              <Consent {...props} study={study()} />
            </>
          )}
        </Show>
        <Show when={props.impact.may.tell}>
          <p>
            <LinkButton
              kind="secondary"
              href={workAddress(props.area, props.impact.id, "impact/case-study")}
            >
              {props.impact.caseStudy === null ? "Write a case study" : "Write it anew"}
            </LinkButton>
          </p>
        </Show>
      </section>
    </Show>
  );
}
