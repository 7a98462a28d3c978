import { daysBetween } from "@alongside/domain/calendar";
import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  Breadcrumbs,
  Clock,
  EmptyState,
  Link,
  Page,
  Table,
  Tag,
  type Column,
} from "../../../ui/index.ts";
import { capacityAddress, designationsAddress } from "../../capacity/addresses.ts";
import { useCapacityChoices, type CapacityChoices } from "../../capacity/data.ts";
import { labelOf } from "../../capacity/words.ts";
import { useReviews, type Reviews } from "../data.ts";
import { statusColour, statusWords } from "../words.ts";

type Review = Reviews["reviews"][number];
type Shown = { area: string; reviews: Reviews; choices: CapacityChoices };

const columnsFor = (shown: Shown): readonly Column<Review>[] => [
  {
    key: "name",
    header: "Leader",
    rowHeader: true,
    cell: (review) => (
      <>
        <Link href={designationsAddress(shown.area, review.personId)}>{review.name}</Link>
        <div class="a-quiet">{review.homeSchool}</div>
      </>
    ),
  },
  {
    key: "type",
    header: "Designation",
    cell: ({ type }) => labelOf(shown.choices.lists["designation"], type),
  },
  {
    key: "status",
    header: "Where it stands",
    cell: (review) => <Tag colour={statusColour(review.status)}>{statusWords[review.status]}</Tag>,
  },
  {
    key: "due",
    header: "Review",
    cell: (review) => (
      <Show when={review.reviewDue}>
        {(due) => <Clock days={daysBetween(shown.reviews.today, due())} on={toDateWords(due())} />}
      </Show>
    ),
  },
];

/** Designations under review, or due for one within 90 days. */
export function ReviewsDue() {
  const slug = useAreaSlug();
  const choices = useCapacityChoices(slug);
  const query = useReviews(slug);
  return (
    <Loaded query={choices} what="Loading the lists">
      {(lists) => (
        <Loaded query={query} what="Loading the reviews">
          {(reviews) => (
            <Page
              title="Designation reviews"
              lead="Under review, or due for one in the next 90 days. A designation under review is not matched."
              before={
                <Breadcrumbs crumbs={[{ text: "Capacity", href: capacityAddress(slug()) }]} />
              }
            >
              <Table
                caption="Reviews due"
                captionHidden
                rows={reviews().reviews}
                columns={columnsFor({ area: slug(), reviews: reviews(), choices: lists() })}
                empty={<EmptyState title="No review is due in the next 90 days" />}
              />
            </Page>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
