import { createSignal, For, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { toDateWords } from "../../../lib/words.ts";
import { Button, Details, Tag } from "../../../ui/index.ts";
import { useSchoolReviews, type SchoolReviews } from "../data.ts";
import { stateColours, stateWords, toBandWords, toTermWords } from "../words.ts";
import { Found } from "./found.tsx";
import { JudgementTable } from "./judgement-table.tsx";

type Lists = NonNullable<SchoolReviews["lists"]>;
type Term = SchoolReviews["terms"][number];

function ReadNote(props: { area: string; urn: number; term: Term }) {
  const [text, setText] = createSignal<string>();
  const [trouble, setTrouble] = createSignal<string>();
  const read = async () => {
    const { area, urn, term } = props;
    try {
      setText((await api.review.readNote.mutate({ area, id: term.reviewId, urn })).text);
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <Show
      when={text()}
      fallback={
        <>
          <Button kind="secondary" small onPress={() => void read()}>
            Read the note, on record
          </Button>
          <Show when={trouble()}>
            {(words) => (
              <p class="govuk-error-message" role="alert">
                {words()}
              </p>
            )}
          </Show>
        </>
      }
    >
      {(words) => (
        <p class="govuk-body a-words" role="status">
          {words()}
        </p>
      )}
    </Show>
  );
}

/** One term: in short, and area by area for those who want it. */
export function TermOfReview(props: { area: string; urn: number; term: Term; lists: Lists }) {
  return (
    <section>
      <h3 class="govuk-heading-s">
        {toTermWords(props.term.term)}{" "}
        <Show when={props.term.state === "open"}>
          <Tag colour={stateColours.open}>{stateWords.open}</Tag>
        </Show>
      </h3>
      <Found judgements={props.term.judgements} words={props.lists.words} />
      <p class="govuk-body a-quiet a-small">
        {[
          props.term.zone,
          ...(props.term.panelOn === null
            ? []
            : [`agreed by the panel on ${toDateWords(props.term.panelOn)}`]),
          ...(props.term.band === null ? [] : [`suggests band ${toBandWords(props.term.band)}`]),
        ].join(", ")}
      </p>
      <Details summary={`Area by area, ${toTermWords(props.term.term).toLowerCase()}`}>
        <JudgementTable judgements={props.term.judgements} lists={props.lists} />
        <Show when={props.term.sharedNote}>
          {(words) => (
            <p class="govuk-body">
              <strong>Note for you:</strong> <span class="a-words">{words()}</span>
            </p>
          )}
        </Show>
        <Show when={props.term.hasNote}>
          <ReadNote area={props.area} urn={props.urn} term={props.term} />
        </Show>
      </Details>
    </section>
  );
}

/** What the reviews found of a school, term by term. Nothing at all for those who are not told. */
export function ReviewHistory(props: { area: string; urn: number }) {
  const history = useSchoolReviews(() => ({ area: props.area, urn: props.urn }));
  const lists = () => history.data?.lists;
  return (
    <Show when={(history.data?.terms.length ?? 0) > 0 ? lists() : undefined}>
      {(known) => (
        <section>
          <h2 class="govuk-heading-m">Termly review</h2>
          <For each={history.data?.terms ?? []}>
            {(term) => (
              <TermOfReview area={props.area} urn={props.urn} term={term} lists={known()} />
            )}
          </For>
        </section>
      )}
    </Show>
  );
}
