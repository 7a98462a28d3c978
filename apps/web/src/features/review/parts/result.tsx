import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { toDateWords } from "../../../lib/words.ts";
import { Button, Card, Link } from "../../../ui/index.ts";
import { stepAddress } from "../../need/addresses.ts";
import { useReviewAct, type ReviewedSchool } from "../data.ts";
import { toBandWords } from "../words.ts";

type Shown = { area: string; given: ReviewedSchool };
type Now = NonNullable<ReviewedSchool["school"]["now"]>;

/** A need is only suggested: it begins with this click, as a draft that the school sees and nobody else. */
function Need(props: Shown & { now: Now }) {
  const act = useReviewAct();
  const navigate = useNavigate();
  const [trouble, setTrouble] = createSignal<string>();
  const begin = async () => {
    const { area, given } = props;
    const begun: { id?: string } = {};
    const outcome = await act(async () => {
      const { needId } = await api.review.beginNeed.mutate({
        area,
        id: given.id,
        urn: given.school.urn,
      });
      begun.id = needId;
    });
    if (outcome.done && begun.id !== undefined) navigate(stepAddress(area, begun.id, "focus"));
    else setTrouble(outcome.done ? undefined : outcome.message);
  };
  return (
    <>
      <h3 class="govuk-heading-s">{`A need is suggested, band ${toBandWords(props.now.band)}`}</h3>
      <Show
        when={props.given.need}
        fallback={
          <Show
            when={props.given.may.beginNeed}
            fallback={
              <p class="govuk-body">
                Talk to the head, who can ask for support. You can begin a draft yourself once you
                may act on behalf of schools.
              </p>
            }
          >
            <p class="govuk-body">
              A draft begins with the areas above as its focus and no word of the review. Nothing is
              shared before it is sent.
            </p>
            <Button kind="secondary" onPress={() => void begin()}>
              Begin a draft on behalf of the school
            </Button>
          </Show>
        }
      >
        {(need) => (
          <p class="govuk-body">
            <Link href={inArea(props.area, `/needs/${need().id}`)}>
              The need that was begun because of it
            </Link>
          </p>
        )}
      </Show>
      <Show when={trouble()}>
        {(words) => (
          <p class="govuk-error-message" role="alert">
            {words()}
          </p>
        )}
      </Show>
    </>
  );
}

const answerWords = { offering: "They want to offer days.", "not-now": "Not this term." } as const;

/** Where the invitation to give days stands. */
function Capacity(props: { now: Now }) {
  const words = () => {
    const { invitedAt, inviteAnswer } = props.now;
    if (inviteAnswer !== null) return answerWords[inviteAnswer];
    return invitedAt === null
      ? "Head and leaders are asked for days when the panel has agreed."
      : `Head and leaders were asked for days on ${toDateWords(invitedAt)}.`;
  };
  return (
    <>
      <h3 class="govuk-heading-s">Days are invited</h3>
      <p class="govuk-body">{words()}</p>
    </>
  );
}

/** What the judgements invite: a need, days, both or nothing. */
export function Invited(props: Shown) {
  const invites = () => props.given.school.now?.invites;
  return (
    <Show when={props.given.school.now}>
      {(now) => (
        <Show when={(invites()?.need.length ?? 0) + (invites()?.capacity.length ?? 0) > 0}>
          <Card sand>
            <h2 class="govuk-heading-m">What this invites</h2>
            <Show when={now().invites.need.length > 0}>
              <Need {...props} now={now()} />
            </Show>
            <Show when={now().invites.capacity.length > 0}>
              <Capacity now={now()} />
            </Show>
          </Card>
        </Show>
      )}
    </Show>
  );
}
