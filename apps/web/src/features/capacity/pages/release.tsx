import { useNavigate, useParams } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  createForm,
  DateField,
  Form,
  InsetText,
  isoOfParts,
  Page,
  partsOfIso,
  TextField,
} from "../../../ui/index.ts";
import { leaderAddress } from "../addresses.ts";
import { useCapacityAct, useStatement, type Statement, type TermOfDays } from "../data.ts";
import { halfDaysOf, toDays, toTerm } from "../words.ts";

const asTyped = (halfDays: number): string => String(halfDays / 2);

const initialOf = ({ supply, endsOn }: TermOfDays) => ({
  halfDays: asTyped(supply.release?.halfDays ?? supply.halfDays),
  until: partsOfIso(supply.release?.until ?? endsOn),
});

function ReleaseForm(props: { area: string; statement: Statement; term: TermOfDays }) {
  const act = useCapacityAct();
  const navigate = useNavigate();
  const back = () => leaderAddress(props.area, props.statement.leader.personId);
  const { supply, days } = untrack(() => props.term);
  const tied = days.held + days.committed + days.booked + days.delivered;
  const form = createForm({
    initial: untrack(() => initialOf(props.term)),
    check: (values) => ({
      halfDays:
        (halfDaysOf(values.halfDays) ?? 0) === 0
          ? "Enter a number of days, in whole or half days"
          : undefined,
      until: isoOfParts(values.until) === undefined ? "Enter a day, month and year" : undefined,
    }),
    submit: async (values) => {
      const { id, version } = props.term;
      const halfDays = halfDaysOf(values.halfDays) ?? 0;
      const until = isoOfParts(values.until) ?? "";
      const outcome = await act(() =>
        api.capacity.release.mutate({ area: props.area, id, version, halfDays, until }),
      );
      if (outcome.done) navigate(`${back()}?said=released`);
      return outcome;
    },
  });
  return (
    <Page
      title={`Release days of ${props.statement.leader.name}`}
      caption={`${toTerm(props.term)}, ${props.statement.leader.homeSchool}`}
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <div class="a-write">
        <InsetText>
          {`${toDays(supply.halfDays)} said for the term${tied === 0 ? "" : `; ${toDays(tied)} promised to schools already`}. Days beyond what you release are taken back.`}
        </InsetText>
        <Form form={form} submitLabel="Release these days">
          <TextField
            label="How many days may be given to other schools?"
            hint="In whole or half days: 6 or 2.5"
            inputMode="decimal"
            width={4}
            suffix="days"
            {...form.field("halfDays")}
          />
          <DateField
            label="Until when?"
            hint="The last day of the release"
            {...form.field("until")}
          />
        </Form>
      </div>
    </Page>
  );
}

/** The home school says for how many days, and until when, its leader may go. */
export function ReleaseLeader() {
  const slug = useAreaSlug();
  const params = useParams();
  const query = useStatement(() => ({ area: slug(), personId: params["leader"] ?? "" }));
  const term = (statement: Statement) =>
    statement.may.release ? statement.terms.find(({ id }) => id === params["line"]) : undefined;
  return (
    <Loaded query={query} what="Loading the days">
      {(statement) => (
        <Show when={term(statement())?.id} keyed fallback={<NotFound />}>
          {(id) => (
            <Show when={statement().terms.find((each) => each.id === id)}>
              {(found) => <ReleaseForm area={slug()} statement={statement()} term={found()} />}
            </Show>
          )}
        </Show>
      )}
    </Loaded>
  );
}
