import { Table, Tag } from "../../../ui/index.ts";
import type { Review } from "../data.ts";
import { judgementColour } from "../words.ts";

type Judgements = NonNullable<Review["schools"][number]["now"]>["judgements"];

/** Judgements area by area with their reasons. */
export function JudgementTable(props: { judgements: Judgements; lists: Review["lists"] }) {
  const rows = () =>
    Object.entries(props.judgements).map(([area, given]) => ({
      area: props.lists.words[area] ?? area,
      ...given,
    }));
  return (
    <Table
      caption="What was found"
      captionHidden
      search=""
      rows={rows()}
      columns={[
        { key: "area", header: "Area", rowHeader: true, cell: ({ area }) => area },
        {
          key: "judgement",
          header: "Judgement",
          cell: ({ judgement }) => (
            <Tag colour={judgementColour(judgement)}>
              {props.lists.words[judgement] ?? judgement}
            </Tag>
          ),
        },
        {
          key: "reason",
          header: "Why",
          cell: ({ reason }) => <span class="a-words">{reason === "" ? "–" : reason}</span>,
        },
      ]}
    />
  );
}
