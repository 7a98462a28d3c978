import { type Season, seasons, toYearWords } from "@alongside/domain/calendar";
import { useParams } from "@solidjs/router";
import { termDateFields, type TermDateField } from "@alongside/domain/partnership";
import { For, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  createForm,
  DateTextField,
  Fieldset,
  Form,
  InsetText,
  isoOfText,
  Link,
  Page,
  type FieldErrors,
} from "../../../ui/index.ts";
import { useYear } from "../data.ts";
import { SetUpTrail, useDone, useWay } from "../parts/way.tsx";
import { sending } from "../words.ts";

type YearTerms = NonNullable<ReturnType<typeof useYear>["data"]>["terms"];
type Key = `${Season}-${TermDateField}`;
type Values = Record<Key, string>;

const keys: readonly Key[] = seasons.flatMap((season) =>
  termDateFields.map((field): Key => `${season}-${field}`),
);

const legends = { autumn: "Autumn term", spring: "Spring term", summer: "Summer term" } as const;

const labels: Readonly<Record<TermDateField, string>> = {
  startsOn: "First day",
  halfOn: "First day of the second half",
  endsOn: "Last day",
};

const valuesOf = (terms: YearTerms): Values => {
  const entries = terms.flatMap((term) =>
    termDateFields.map((field) => [`${term.season}-${field}`, toDateWords(term[field])] as const),
  );
  const known = new Map<string, string>(entries);
  const text = (key: Key) => known.get(key) ?? "";
  return {
    "autumn-startsOn": text("autumn-startsOn"),
    "autumn-halfOn": text("autumn-halfOn"),
    "autumn-endsOn": text("autumn-endsOn"),
    "spring-startsOn": text("spring-startsOn"),
    "spring-halfOn": text("spring-halfOn"),
    "spring-endsOn": text("spring-endsOn"),
    "summer-startsOn": text("summer-startsOn"),
    "summer-halfOn": text("summer-halfOn"),
    "summer-endsOn": text("summer-endsOn"),
  };
};

const checkDates = (values: Values): FieldErrors =>
  Object.fromEntries(
    keys.flatMap((key) =>
      isoOfText(values[key]) === undefined ? [[key, "Enter a date, such as 2 9 2026"]] : [],
    ),
  );

function YearForm(props: { year: string; terms: YearTerms }) {
  const slug = useAreaSlug();
  const way = useWay();
  const finish = useDone();
  const isNew = () => props.terms.every(({ version }) => version === 0);
  const send = async (values: Values) => {
    const date = (season: Season, field: TermDateField) =>
      isoOfText(values[`${season}-${field}`]) ?? "";
    const terms = props.terms.map(({ season, version }) => ({
      season,
      version,
      startsOn: date(season, "startsOn"),
      halfOn: date(season, "halfOn"),
      endsOn: date(season, "endsOn"),
    }));
    const { changed } = await api.term.saveYear.mutate({
      area: slug(),
      academicYear: props.year,
      terms,
    });
    const year = toYearWords(props.year);
    await finish(
      changed === 0 ? `Nothing was changed in ${year}` : `Terms of ${year} saved`,
      way("/set-up/terms"),
    );
  };
  const form = createForm({
    initial: untrack(() => valuesOf(props.terms)),
    check: checkDates,
    submit: (values: Values) => sending(() => send(values)),
  });
  return (
    <Page
      title={`Terms of ${toYearWords(props.year)}`}
      before={<SetUpTrail crumbs={[{ text: "Terms", href: way("/set-up/terms") }]} />}
      error={form.problems().length > 0}
    >
      {isNew() && (
        <InsetText>
          These are likely dates, not those of your authority. Put them right before you save.
        </InsetText>
      )}
      <Form
        form={form}
        submitLabel="Save terms"
        also={<Link href={way("/set-up/terms")}>Cancel</Link>}
      >
        <For each={seasons}>
          {(season) => (
            <Fieldset legend={legends[season]}>
              <For each={termDateFields}>
                {(field) => (
                  <DateTextField
                    label={labels[field]}
                    {...form.field(`${season}-${field}` as const)}
                  />
                )}
              </For>
            </Fieldset>
          )}
        </For>
      </Form>
    </Page>
  );
}

export function YearPage() {
  const params = useParams();
  const year = () => params["year"] ?? "";
  const query = useYear(year);
  return (
    <Loaded query={query} what="Loading terms">
      {(found) => <YearForm year={year()} terms={found().terms} />}
    </Loaded>
  );
}
