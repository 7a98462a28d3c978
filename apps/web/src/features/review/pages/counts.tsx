import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  counted,
  Downloads,
  EmptyState,
  Filtered,
  InsetText,
  Page,
  StackedBar,
  Table,
  type Column,
} from "../../../ui/index.ts";
import { BoardNavigation } from "../../meeting/parts/board-navigation.tsx";
import { useReviewCounts, type ReviewCounts } from "../data.ts";
import { toTermWords } from "../words.ts";

type Term = ReviewCounts["terms"][number];
type Shown = { area: string; counts: ReviewCounts; term: Term };

const cellIn = ({ cells }: Term, area: string, judgement: string) =>
  cells.find((cell) => cell.area === area && cell.judgement === judgement)?.schools ?? null;

const toText = (schools: number | null): string => (schools === null ? "hidden" : String(schools));

/** The area in which most schools are told to need help; numbers that are hidden say nothing. */
const findingOf = ({ counts, term }: Shown): string => {
  const [first] = counts.lists.areas
    .flatMap(({ code, label }) => {
      const concern = cellIn(term, code, "causing-concern");
      const attention = cellIn(term, code, "attention-needed");
      return concern === null || attention === null
        ? []
        : [{ label, schools: concern + attention }];
    })
    .toSorted((one, other) => other.schools - one.schools);
  return first === undefined || first.schools === 0
    ? "What the reviews of the term found"
    : `${first.label} causes concern or needs attention in ${counted(first.schools, "school")}`;
};

/** Judgements as far as they are told, and the rest of those that were judged in one. */
const valuesOf = ({ counts, term }: Shown, area: string): readonly number[] => {
  const told = counts.lists.judgements.map(({ code }) => cellIn(term, area, code) ?? 0);
  const all = term.totals.find((total) => total.area === area)?.schools ?? 0;
  const rest = Math.max(all - told.reduce((sum, schools) => sum + schools, 0), 0);
  return counts.isExact ? told : [...told, rest];
};

function CountTable(props: Shown) {
  const columns = (): readonly Column<{ code: string; label: string }>[] => [
    { key: "area", header: "Area", rowHeader: true, cell: ({ label }) => label },
    ...props.counts.lists.judgements.map((judgement) => ({
      key: judgement.code,
      header: judgement.label,
      numeric: true,
      cell: ({ code }: { code: string }) => toText(cellIn(props.term, code, judgement.code)),
    })),
    {
      key: "all",
      header: "Judged",
      numeric: true,
      cell: ({ code }) =>
        toText(props.term.totals.find(({ area }) => area === code)?.schools ?? null),
    },
  ];
  return (
    <Table
      caption="Schools by area and judgement"
      captionHidden
      columns={columns()}
      rows={props.counts.lists.areas}
    />
  );
}

function OneTerm(props: Shown) {
  const judgements = () => props.counts.lists.judgements.map(({ label }) => label);
  return (
    <section class="a-board-figure">
      <p class="govuk-caption-m">
        {`${toTermWords(props.term.term)}, ${props.term.schools === null ? "a few schools" : counted(props.term.schools, "school")}`}
      </p>
      <StackedBar
        finding={findingOf(props)}
        level={2}
        about="How many schools were judged how, in each area that a review looks at."
        of="Area"
        parts={props.counts.isExact ? judgements() : [...judgements(), "Hidden"]}
        rest={judgements().length}
        stacks={props.counts.lists.areas.map(({ code, label }) => ({
          label,
          values: valuesOf(props, code),
        }))}
        table={<CountTable {...props} />}
      />
      <p class="govuk-body a-small">
        <Downloads csv={`/files/areas/${props.area}/board-review.csv?term=${props.term.id}`} />
      </p>
    </section>
  );
}

/** What the termly reviews found, as counts: for the board without small numbers. */
export function CountPage() {
  const slug = useAreaSlug();
  const location = useLocation();
  const counts = useReviewCounts(slug);
  const chosen = (known: ReviewCounts) => {
    const id = new URLSearchParams(location.search).get("term");
    return known.terms.find((term) => term.id === id) ?? known.terms[0];
  };
  return (
    <Page
      title="Termly review"
      lead="In what are the schools of the area strong, and in what do they need help?"
    >
      <BoardNavigation area={slug()} />
      <Loaded query={counts} what="Counting">
        {(known) => (
          <Show
            when={chosen(known())}
            fallback={
              <EmptyState title="Nothing to count yet">
                <p class="govuk-body">
                  A term is shown once the panels of all its reviews have agreed.
                </p>
              </EmptyState>
            }
          >
            {(term) => (
              <>
                <Show when={!known().isExact}>
                  <InsetText>
                    Numbers of 1 to 5 schools are hidden, and so are those from which they could be
                    worked out.
                  </InsetText>
                </Show>
                <Filtered
                  search={location.search}
                  groups={[
                    {
                      kind: "one",
                      name: "term",
                      label: "Term",
                      choices: known().terms.map((each) => ({
                        value: each.id,
                        label: toTermWords(each.term),
                      })),
                    },
                  ]}
                >
                  <OneTerm area={slug()} counts={known()} term={term()} />
                </Filtered>
              </>
            )}
          </Show>
        )}
      </Loaded>
    </Page>
  );
}
