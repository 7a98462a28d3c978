import { Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { ButtonRow, InsetText, Link, LinkButton } from "../../../ui/index.ts";
import { useNextLeader, type NextLeader as Found } from "../data.ts";
import { stateWords } from "../words.ts";

type Leader = NonNullable<Found["leader"]>;

function Suggestion(props: { area: string; needId: string; termId: string; leader: Leader }) {
  const sendTo = () =>
    inArea(
      props.area,
      `/needs/${props.needId}/offer/${props.leader.personId}?term=${props.termId}`,
    );
  return (
    <ButtonRow>
      <LinkButton href={sendTo()}>{`Offer to ${props.leader.name}`}</LinkButton>
      <Link href={inArea(props.area, `/needs/${props.needId}/shortlist`)}>See the whole list</Link>
    </ButtonRow>
  );
}

const sentenceOf = ({ after, leader }: Found): string => {
  const before =
    after === null
      ? ""
      : `The offer to ${after.leader}: ${stateWords[after.state].toLowerCase()}. `;
  return leader === null
    ? `${before}Nobody else on the list passes every rule.`
    : `${before}Next on the list is ${leader.name}, ${leader.homeSchool}, fit ${leader.score} of 100.`;
};

/** After an offer that came to nothing: the next leader of the list, one click from the form that sends the offer. */
export function NextLeader(props: { area: string; needId: string | undefined }) {
  const next = useNextLeader(() =>
    props.needId === undefined ? undefined : { area: props.area, needId: props.needId },
  );
  return (
    <Show when={next.data?.isOpen === true && next.data.after !== null ? next.data : undefined}>
      {(found) => (
        <section aria-label="The next leader">
          <InsetText>{sentenceOf(found())}</InsetText>
          <Show
            when={found().leader}
            fallback={
              <p class="govuk-body">
                <Link href={inArea(props.area, `/needs/${props.needId ?? ""}/shortlist`)}>
                  See who is left out, and by which rule
                </Link>
              </p>
            }
          >
            {(leader) => (
              <Suggestion
                area={props.area}
                needId={props.needId ?? ""}
                termId={found().termId}
                leader={leader()}
              />
            )}
          </Show>
        </section>
      )}
    </Show>
  );
}
