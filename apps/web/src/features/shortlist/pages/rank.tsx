import "../../../look/shortlist.scss";
import { useNavigate, useParams } from "@solidjs/router";
import { For, Show, untrack } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  BackLink,
  createForm,
  Form,
  InsetText,
  Page,
  Select,
  TextArea,
  type FieldErrors,
} from "../../../ui/index.ts";
import { useListToRank, useShortlistAct, type ListToRank } from "../data.ts";
import { toDayWords, toKmWords, toPlaceWords, toVerdictWords } from "../words.ts";

type Card = ListToRank["cards"][number];
type Shown = { area: string; needId: string; list: ListToRank };

const titleOf = ({ letter, named }: Card): string =>
  named === null ? `Leader ${letter}` : `${named.name}, ${named.homeSchool}`;

const factsOf = (card: Card): readonly (readonly [string, string])[] => [
  ["Kind", card.kind],
  ["Zone", card.isSameZone ? "Your zone" : "Another zone"],
  ["Distance", card.named === null ? card.distance : toKmWords(card.named.km)],
  ["Can do", card.areas.map(({ label, level }) => `${label}, level ${level} of 3`).join("; ")],
  ["Ways of working", card.modes.join(", ") || "None of those that you asked for"],
  ["Days left", toDayWords(card.freeHalfDays)],
  ...(card.named === null
    ? []
    : [
        [
          "Past work",
          card.named.hasSupported ? "Has supported your school" : "New to your school",
        ] as const,
      ]),
];

function Facts(props: { card: Card }) {
  return (
    <dl class="a-candidate__facts">
      <For each={factsOf(props.card)}>
        {([term, value]) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}

const avoid = "avoid";
type Answers = { readonly words: string } & { readonly [field: string]: string };
const fieldOf = ({ letter }: Pick<Card, "letter">): string => `place-${letter}`;

const answerOf = ({ place, isAvoided }: Card): string => {
  if (isAvoided) return avoid;
  return place === null ? "" : String(place);
};

const choicesFor = (count: number) => [
  { value: "", label: "No place" },
  ...Array.from({ length: count }, (_, index) => ({
    value: String(index + 1),
    label: `${toPlaceWords(index + 1)} choice`,
  })),
  { value: avoid, label: "Rather not" },
];

/** Each place once, and something said of somebody. */
const checkPlaces =
  (cards: readonly Card[]) =>
  (answers: Answers): FieldErrors => {
    const given = cards.map((card) => [fieldOf(card), answers[fieldOf(card)] ?? ""] as const);
    const first = given[0]?.[0] ?? "";
    if (given.every(([, place]) => place === "")) {
      return {
        [first]: "Put at least one leader in a place, or say whom you would rather not have",
      };
    }
    return Object.fromEntries(
      given.flatMap(([field, place], index) => {
        const isTaken =
          place !== "" &&
          place !== avoid &&
          given.slice(0, index).some(([, other]) => other === place);
        return isTaken
          ? [[field, `${toPlaceWords(Number(place))} choice is given twice. Give each place once`]]
          : [];
      }),
    );
  };

const createRankForm = (props: Shown, back: () => string) => {
  const navigate = useNavigate();
  const act = useShortlistAct();
  const { cards, answer } = untrack(() => props.list);
  const initial: Answers = {
    words: answer,
    ...Object.fromEntries(cards.map((card) => [fieldOf(card), answerOf(card)])),
  };
  return createForm<Answers>({
    initial,
    check: checkPlaces(cards),
    submit: async (answers) => {
      const { area, needId, list } = props;
      const verdicts = list.cards.map((card) => {
        const said = answers[fieldOf(card)] ?? "";
        const isAvoided = said === avoid;
        const place = said === "" || isAvoided ? null : Number(said);
        return { letter: card.letter, place, isAvoided };
      });
      const { version } = list;
      const outcome = await act(() =>
        api.shortlist.rank.mutate({ area, needId, version, verdicts, words: answers.words }),
      );
      if (outcome.done) navigate(back());
      return outcome;
    },
  });
};

function Ranking(props: Shown & { back: () => string }) {
  const form = createRankForm(props, () => props.back());
  return (
    <Form form={form} submitLabel="Send my ranking">
      <For each={props.list.cards}>
        {(card) => (
          <div class="a-rank-card">
            <h2 class="govuk-heading-m">{titleOf(card)}</h2>
            <Facts card={card} />
            <Select
              label={`Your place for ${card.named?.name ?? `leader ${card.letter}`}`}
              choices={choicesFor(props.list.cards.length)}
              {...form.field(fieldOf(card))}
            />
          </div>
        )}
      </For>
      <TextArea
        label="Anything that the coordinator should know? (optional)"
        limit={1000}
        {...form.field("words")}
      />
    </Form>
  );
}

function ReadOnly(props: { list: ListToRank }) {
  return (
    <For each={props.list.cards}>
      {(card) => (
        <div class="a-rank-card">
          <h2 class="govuk-heading-m">{titleOf(card)}</h2>
          <Facts card={card} />
          <p class="govuk-body">
            <strong>{`The head’s answer: ${toVerdictWords(card)}`}</strong>
          </p>
        </div>
      )}
    </For>
  );
}

function Whole(props: Shown) {
  const back = () => inArea(props.area, `/needs/${props.needId}`);
  return (
    <Page
      title={props.list.mayRank ? "Which leader would you rather have?" : "The list of leaders"}
      caption={props.list.reference ?? undefined}
      lead={
        props.list.form === "anonymised"
          ? "They are shown without names, so that nobody is asked for nothing. Put them in order; you can think again until an offer is out."
          : "Put them in order; you can think again until an offer is out. None of them has been asked yet."
      }
      before={<BackLink href={back()} />}
    >
      <Show when={props.list.note !== ""}>
        <InsetText>
          <strong>The coordinator says:</strong> <span class="a-words">{props.list.note}</span>
        </InsetText>
      </Show>
      <Show when={props.list.rankedAt}>
        {(at) => <p class="govuk-body">{`Ranked on ${toDateWords(at())}.`}</p>}
      </Show>
      <Show when={props.list.mayRank} fallback={<ReadOnly list={props.list} />}>
        <Show when={props.list.version} keyed>
          {(_version) => <Ranking {...props} back={back} />}
        </Show>
      </Show>
    </Page>
  );
}

/** The leaders whom the coordinator found, for the head to put in order. */
export function RankLeaders() {
  const slug = useAreaSlug();
  const params = useParams();
  const needId = () => params["need"] ?? "";
  const list = useListToRank(() => ({ area: slug(), needId: needId() }));
  return (
    <Loaded query={list} what="Loading the leaders">
      {(known) => <Whole area={slug()} needId={needId()} list={known()} />}
    </Loaded>
  );
}
