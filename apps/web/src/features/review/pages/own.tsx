import { useNavigate } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { Button, ButtonRow, Card, EmptyState, LinkButton, Page } from "../../../ui/index.ts";
import { useOwnReview, useReviewAct, type OwnReview } from "../data.ts";
import { TermOfReview } from "../parts/history.tsx";
import { toTermWords } from "../words.ts";

type Invitation = OwnReview["invitations"][number];

/** The school is strong in something: days are asked for, and a no is as good as a yes. */
function Invited(props: { area: string; invitation: Invitation; lists: OwnReview["lists"] }) {
  const act = useReviewAct();
  const navigate = useNavigate();
  const [trouble, setTrouble] = createSignal<string>();
  const answer = async (given: "offering" | "not-now") => {
    const { area, invitation } = props;
    const { id, urn } = invitation;
    const outcome = await act(() =>
      api.review.answerInvitation.mutate({ area, id, urn, answer: given }),
    );
    if (!outcome.done) setTrouble(outcome.message);
    else if (given === "offering") navigate(inArea(area, "/capacity"));
  };
  const areas = () => props.invitation.areas.map((area) => props.lists.words[area] ?? area);
  return (
    <Card sand>
      <h2 class="govuk-heading-m">{`Could ${props.invitation.school} give days?`}</h2>
      <p class="govuk-body">
        {areas().length === 0
          ? `The review of the ${toTermWords(props.invitation.term).toLowerCase()} found strength that others could use.`
          : `The review of the ${toTermWords(props.invitation.term).toLowerCase()} found the school strong in ${areas().join(", ").toLowerCase()}. Others could use it.`}
      </p>
      <ButtonRow>
        <Button onPress={() => void answer("offering")}>Offer days</Button>
        <Button kind="secondary" onPress={() => void answer("not-now")}>
          Not this term
        </Button>
      </ButtonRow>
      <Show when={trouble()}>
        {(words) => (
          <p class="govuk-error-message" role="alert">
            {words()}
          </p>
        )}
      </Show>
    </Card>
  );
}

function OwnSchool(props: {
  area: string;
  school: OwnReview["schools"][number];
  lists: OwnReview["lists"];
}) {
  return (
    <section>
      <h2 class="govuk-heading-l">{props.school.name}</h2>
      <Show
        when={props.school.terms.length > 0}
        fallback={
          <EmptyState title="Nothing has been agreed yet">
            <p class="govuk-body">
              You read here what the zone’s panel has agreed about your school, term by term.
            </p>
          </EmptyState>
        }
      >
        <For each={props.school.terms}>
          {(term) => (
            <TermOfReview
              area={props.area}
              urn={props.school.urn}
              term={term}
              lists={props.lists}
            />
          )}
        </For>
        <ButtonRow>
          <LinkButton kind="secondary" href={inArea(props.area, "/needs/new")}>
            Ask for support
          </LinkButton>
        </ButtonRow>
      </Show>
    </section>
  );
}

/** What the reviews found of one's own schools, and whether days can be given. */
export function OurReview() {
  const slug = useAreaSlug();
  const own = useOwnReview(slug);
  return (
    <Page
      title="Our termly review"
      lead="Each term your zone looks at every one of its schools. Other schools do not see what was found of yours."
    >
      <Loaded query={own} what="Loading your review">
        {(known) => (
          <>
            <For each={known().invitations}>
              {(invitation) => (
                <Invited area={slug()} invitation={invitation} lists={known().lists} />
              )}
            </For>
            <For each={known().schools}>
              {(school) => <OwnSchool area={slug()} school={school} lists={known().lists} />}
            </For>
            <Show when={known().schools.length + known().invitations.length === 0}>
              <EmptyState title="Nothing for you here">
                <p class="govuk-body">A school’s review is read by its head.</p>
              </EmptyState>
            </Show>
          </>
        )}
      </Loaded>
    </Page>
  );
}
