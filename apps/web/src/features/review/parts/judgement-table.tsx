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
          cell: (line) => (
            <Tag colour={judgementColour(line.judgement)}>
              {props.lists.words[line.judgement] ?? line.judgement}
            </Tag>
          ),
        },
        {
          key: "reason",
          header: "Why",
          cell: (line) => <span class="a-words">{line.reason === "" ? "–" : line.reason}</span>,
        },
      ]}
    />
  );
}
