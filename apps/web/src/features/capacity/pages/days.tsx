import { useLocation, useParams } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { Card, Details, InsetText, LinkButton, NotificationBanner } from "../../../ui/index.ts";
import { editorAddress } from "../addresses.ts";
import { useCapacityChoices, useStatement, type CapacityChoices, type Statement } from "../data.ts";
import { LeaderFrame } from "../parts/leader-frame.tsx";
import { TermCard } from "../parts/term-card.tsx";
import { toTerm } from "../words.ts";

type Shown = { area: string; statement: Statement; choices: CapacityChoices };

/** A term that is not over and has no answer in days yet. */
function Unanswered(props: Shown & { term: CapacityChoices["terms"][number] }) {
  return (
    <Card sand>
      <h2 class="govuk-heading-m">{toTerm(props.term)}</h2>
      <p class="govuk-body">
        {props.statement.isSelf
          ? "How many days could you give to other schools?"
          : "No days have been said for this term."}
      </p>
      <Show when={props.statement.may.publish}>
        <LinkButton
          href={editorAddress(props.area, props.statement.leader.personId, props.term.id)}
          about={`for the ${toTerm(props.term)}`}
        >
          Say yes, maybe or not now
        </LinkButton>
      </Show>
    </Card>
  );
}

/** This term and the two after it are asked for. */
const termsAhead = 3;

const saidWords: Readonly<Record<string, string>> = {
  yes: "The days are published",
  maybe: "The days are a maybe: they are seen in planning and offered to nobody",
  "not-now": "Not now, then: nobody will ask for this term",
  released: "The release is on record",
};

function Days(props: Shown) {
  const location = useLocation();
  const [trouble, setTrouble] = createSignal<string>();
  const said = () => saidWords[new URLSearchParams(location.search).get("said") ?? ""];
  const live = () =>
    props.statement.terms.filter(
      ({ state, endsOn }) => state !== "withdrawn" && endsOn >= props.statement.today,
    );
  const open = () =>
    props.choices.terms
      .filter(({ isOver }) => !isOver)
      .slice(0, termsAhead)
      .filter(({ id }) => !live().some(({ termId }) => termId === id));
  const past = () => props.statement.terms.filter((term) => !live().includes(term));
  const card = (term: Statement["terms"][number]) => (
    <TermCard {...props} term={term} onTrouble={setTrouble} />
  );
  return (
    <>
      <Show when={said()}>{(words) => <NotificationBanner kind="success" title={words()} />}</Show>
      <Show when={trouble()}>
        {(message) => (
          <div role="alert">
            <InsetText>{message()}</InsetText>
          </div>
        )}
      </Show>
      <For each={live()}>{card}</For>
      <For each={open()}>{(term) => <Unanswered {...props} term={term} />}</For>
      <Show when={past().length > 0}>
        <Details summary="Earlier terms, and days that were taken back">
          <For each={past()}>{card}</For>
        </Details>
      </Show>
    </>
  );
}

/** A leader's days by term: what was said, what is left, and what to say next. */
export function LeaderDays() {
  const slug = useAreaSlug();
  const params = useParams();
  const choices = useCapacityChoices(slug);
  const query = useStatement(() => ({ area: slug(), personId: params["leader"] ?? "" }));
  return (
    <Loaded query={choices} what="Loading the lists">
      {(lists) => (
        <Loaded query={query} what="Loading the days">
          {(statement) => (
            <LeaderFrame area={slug()} leader={statement().leader} isSelf={statement().isSelf}>
              <Days area={slug()} statement={statement()} choices={lists()} />
            </LeaderFrame>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
