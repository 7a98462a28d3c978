import { useLocation, useNavigate, useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { BackLink, createForm, Form, Page, TextArea, WarningText } from "../../../ui/index.ts";
import { sharedSearch } from "../address.ts";
import { useComparison, useShortlistAct, type Candidate, type Comparison } from "../data.ts";
import { needCaption, shortlistAddress } from "../parts/frame.tsx";

type Shown = { area: string; found: Comparison; leader: Candidate };

const createAsideForm = (props: Shown, back: () => string) => {
  const navigate = useNavigate();
  const act = useShortlistAct();
  return createForm({
    initial: { reason: "" },
    check: ({ reason }) => ({ reason: reason.trim() === "" ? "Enter a reason" : undefined }),
    submit: async ({ reason }) => {
      const { area, found, leader } = props;
      const given = { needId: found.need.id, termId: found.term.id, personId: leader.personId };
      const outcome = await act(() => api.shortlist.setAside.mutate({ area, ...given, reason }));
      if (outcome.done) navigate(back());
      return outcome;
    },
  });
};

function Whole(props: Shown) {
  const location = useLocation();
  const back = () =>
    `${shortlistAddress(props.area, props.found.need.id)}${sharedSearch(location.search)}`;
  const form = createAsideForm(props, back);
  return (
    <Page
      title={`Set the rule aside for ${props.leader.name}`}
      caption={needCaption(props.found)}
      lead="The leader joins the list for this need alone. Who did it, when and why stays on record."
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <For each={props.leader.failed}>{(rule) => <WarningText>{rule.sentence}</WarningText>}</For>
      <Form form={form} submitLabel="Set it aside">
        <TextArea
          label="Why does it not count here?"
          hint="Colleagues who triage this need read it; an audit does too"
          limit={1000}
          {...form.field("reason")}
        />
      </Form>
    </Page>
  );
}

/** A rule that a coordinator may set aside, with the reason, for one leader and one need. */
export function SetRuleAside() {
  const slug = useAreaSlug();
  const params = useParams();
  const location = useLocation();
  const query = useComparison(() => ({
    area: slug(),
    needId: params["need"] ?? "",
    termId: new URLSearchParams(location.search).get("term") ?? undefined,
    people: [params["leader"] ?? ""],
  }));
  return (
    <Loaded query={query} what="Loading the leader">
      {(found) => (
        <Show
          when={found().leaders.find(({ mayBeSetAside }) => mayBeSetAside)}
          fallback={<NotFound />}
        >
          {(leader) => <Whole area={slug()} found={found()} leader={leader()} />}
        </Show>
      )}
    </Loaded>
  );
}
