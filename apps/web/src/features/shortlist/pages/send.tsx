import { useLocation, useNavigate, useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  createForm,
  EmptyState,
  Form,
  Page,
  Radios,
  TextArea,
} from "../../../ui/index.ts";
import { picksIn, sharedSearch } from "../address.ts";
import { useComparison, useShortlistAct, type Comparison, type SentList } from "../data.ts";
import { needCaption, shortlistAddress } from "../parts/frame.tsx";
import { toDayWords, toKmWords } from "../words.ts";

type Shown = { area: string; found: Comparison };
type FormOf = SentList["form"] | "";

const forms = [
  {
    value: "anonymised",
    label: "Without names",
    hint: "By letter: kind, zone, a rough distance, levels, ways of working and days. No name, no school, no past work.",
  },
  {
    value: "named",
    label: "With names",
    hint: "The same, with the leader’s name and school, the distance, and past work with the school.",
  },
] as const;

const createSendForm = (props: Shown) => {
  const navigate = useNavigate();
  const act = useShortlistAct();
  return createForm({
    initial: { form: "" satisfies FormOf as FormOf, note: "" },
    check: ({ form }) => ({
      form: form === "" ? "Choose how the leaders are shown" : undefined,
    }),
    submit: async ({ form, note }) => {
      const { area, found } = props;
      if (form === "") return { done: false, message: "Choose how the leaders are shown" };
      const outcome = await act(() =>
        api.shortlist.send.mutate({
          area,
          needId: found.need.id,
          termId: found.term.id,
          people: found.leaders.map(({ personId }) => personId),
          form,
          note,
        }),
      );
      if (outcome.done) navigate(shortlistAddress(area, found.need.id));
      return outcome;
    },
  });
};

function Whole(props: Shown) {
  const location = useLocation();
  const form = createSendForm(props);
  const back = () =>
    `${shortlistAddress(props.area, props.found.need.id)}${sharedSearch(location.search)}`;
  return (
    <Page
      title="Send to the head to rank"
      caption={needCaption(props.found)}
      lead="The head puts them in order. The order counts in the fit; you stay free to offer as you see fit."
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <h2 class="govuk-heading-m">Leaders on the list</h2>
      <ol class="govuk-list govuk-list--number">
        <For each={props.found.leaders}>
          {(leader) => (
            <li>
              {`${leader.name}, ${leader.homeSchool}: ${leader.score} of 100, ${toDayWords(leader.freeHalfDays)} left, ${toKmWords(leader.km)}`}
            </li>
          )}
        </For>
      </ol>
      <Form form={form} submitLabel="Send the list">
        <Radios label="How are they shown?" choices={forms} {...form.field("form")} />
        <TextArea
          label="Note for the head (optional)"
          hint="On a list without names, do not name anybody here"
          limit={1000}
          {...form.field("note")}
        />
      </Form>
    </Page>
  );
}

/** The chosen leaders, sent to the need's head to be put in order. */
export function SendToHead() {
  const slug = useAreaSlug();
  const params = useParams();
  const location = useLocation();
  const query = useComparison(() => ({
    area: slug(),
    needId: params["need"] ?? "",
    termId: new URLSearchParams(location.search).get("term") ?? undefined,
    people: [...picksIn(location.search)],
  }));
  return (
    <Loaded query={query} what="Loading the leaders">
      {(found) => (
        <Show
          when={found().leaders.length > 1}
          fallback={
            <Page
              title="Send to the head to rank"
              before={<BackLink href={shortlistAddress(slug(), found().need.id)} />}
            >
              <EmptyState title="Choose two to six leaders">
                <p class="govuk-body">Choose them in the list first.</p>
              </EmptyState>
            </Page>
          }
        >
          <Whole area={slug()} found={found()} />
        </Show>
      )}
    </Loaded>
  );
}
