import { useNavigate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  BackLink,
  createForm,
  Form,
  Page,
  SummaryList,
  Tag,
  TextArea,
  WarningText,
} from "../../../ui/index.ts";
import { useConflictAct, useTie, type Tie } from "../data.ts";
import { interestWords } from "../words.ts";

type Shown = { area: string; tie: Tie };

const createWithdrawal = (props: Shown) => {
  const navigate = useNavigate();
  const act = useConflictAct();
  return createForm({
    initial: { reason: "" },
    check: ({ reason }) => ({ reason: reason.trim() === "" ? "Enter a reason" : undefined }),
    submit: async ({ reason }) => {
      const { area, tie } = props;
      const outcome = await act(() =>
        api.conflict.withdraw.mutate({
          area,
          interestId: tie.id,
          version: tie.version,
          reason,
        }),
      );
      if (outcome.done) navigate(inArea(area, "/conflicts"));
      return outcome;
    },
  });
};

function Facts(props: Shown) {
  const rows = () => [
    { term: "Whose", value: props.tie.isOwn ? `${props.tie.who} (you)` : props.tie.who },
    { term: "School", value: props.tie.school },
    { term: "What ties them", value: interestWords[props.tie.kind] },
    { term: "In words", value: <span class="a-words">{props.tie.words}</span> },
    ...(props.tie.untilOn === null
      ? []
      : [{ term: "Until", value: toDateWords(props.tie.untilOn) }]),
    { term: "Declared", value: `By ${props.tie.by} on ${toDateWords(props.tie.declaredAt)}` },
    ...(props.tie.withdrawn === null
      ? []
      : [
          {
            term: "Withdrawn",
            value: (
              <>
                {`By ${props.tie.withdrawn.by} on ${toDateWords(props.tie.withdrawn.at)}. `}
                <span class="a-words">{props.tie.withdrawn.reason}</span>
              </>
            ),
          },
        ]),
  ];
  return <SummaryList rows={rows()} />;
}

function Withdraw(props: Shown & { form: ReturnType<typeof createWithdrawal> }) {
  return (
    <>
      <h2 class="govuk-heading-m">Withdraw it</h2>
      <p class="govuk-body">
        It stays on record as withdrawn, and is no longer counted. A tie that has come to an end is
        withdrawn in the same way: say when it ended.
      </p>
      <WarningText>
        A conflict of interest that followed from it stays as it is. Officers are told, and one
        without a part in it decides.
      </WarningText>
      <Form form={props.form} submitLabel="Withdraw it">
        <TextArea
          label="Why is it withdrawn?"
          hint="Read by the two sides and those who decide; the board does not see it"
          rows={3}
          limit={1000}
          {...props.form.field("reason")}
        />
      </Form>
    </>
  );
}

function Whole(props: Shown) {
  const form = createWithdrawal(props);
  return (
    <Page
      title={`${props.tie.who} and ${props.tie.school}`}
      caption="Declared interest"
      before={<BackLink href={inArea(props.area, "/conflicts")} />}
      error={form.problems().length > 0}
    >
      <Show when={props.tie.withdrawn}>
        <p class="a-tags">
          <Tag colour="grey">Withdrawn</Tag>
        </p>
      </Show>
      <Facts {...props} />
      <Show when={props.tie.may.withdraw}>
        <Withdraw {...props} form={form} />
      </Show>
    </Page>
  );
}

/** One declared tie, which whoever declared it can withdraw. */
export function DeclaredTie() {
  const slug = useAreaSlug();
  const params = useParams();
  const tie = useTie(() => ({ area: slug(), interestId: params["tie"] ?? "" }));
  return (
    <Loaded query={tie} what="Loading what was declared">
      {(known) => <Whole area={slug()} tie={known()} />}
    </Loaded>
  );
}
