import { academicYearFrom, toYearWords } from "@alongside/domain/calendar";
import { For } from "solid-js";
import { Loaded } from "../../../lib/loaded.tsx";
import { Link, LinkButton, Page, Table, Tag } from "../../../ui/index.ts";
import { useTerms } from "../data.ts";
import { Said } from "../parts/said.tsx";
import { SetUpTrail, useWay } from "../parts/way.tsx";
import { toShortDate } from "../words.ts";

type Terms = NonNullable<ReturnType<typeof useTerms>["data"]>;

const seasonWords = { autumn: "Autumn", spring: "Spring", summer: "Summer" } as const;

const byYear = ({ terms }: Terms) =>
  [...Map.groupBy(terms, ({ academicYear }) => academicYear)].toReversed();

/** The first year from this one on that has no terms yet. */
const yearToSet = ({ terms, thisYear }: Terms): string => {
  let start = Number(thisYear.slice(0, 4));
  while (terms.some(({ academicYear }) => academicYear === academicYearFrom(start))) start += 1;
  return academicYearFrom(start);
};

function YearTable(props: { year: string; terms: Terms["terms"] }) {
  const way = useWay();
  return (
    <>
      <Table
        caption={`Academic year ${toYearWords(props.year)}`}
        rows={props.terms}
        columns={[
          {
            key: "season",
            header: "Term",
            rowHeader: true,
            cell: (term) => (
              <>
                {`${seasonWords[term.season]} `}
                {term.isCurrent && <Tag colour="teal">Now</Tag>}
              </>
            ),
          },
          { key: "startsOn", header: "First day", cell: (term) => toShortDate(term.startsOn) },
          { key: "halfOn", header: "Second half from", cell: (term) => toShortDate(term.halfOn) },
          { key: "endsOn", header: "Last day", cell: (term) => toShortDate(term.endsOn) },
        ]}
      />
      <p class="govuk-body">
        <Link href={way(`/set-up/terms/${props.year}`)}>
          {`Change the dates of ${toYearWords(props.year)}`}
        </Link>
      </p>
    </>
  );
}

export function TermList() {
  const way = useWay();
  const query = useTerms();
  return (
    <Loaded query={query} what="Loading terms">
      {(found) => (
        <Page
          title="Academic years and terms"
          lead="Days of support are given and used by the term, so a year needs its terms before capacity can be published."
          before={<SetUpTrail />}
        >
          <Said />
          <p class="govuk-body">
            <LinkButton href={way(`/set-up/terms/${yearToSet(found())}`)}>
              {`Set the terms of ${toYearWords(yearToSet(found()))}`}
            </LinkButton>
          </p>
          <For each={byYear(found())}>
            {([year, terms]) => <YearTable year={year} terms={terms} />}
          </For>
        </Page>
      )}
    </Loaded>
  );
}
