import { Loaded } from "../../../lib/loaded.tsx";
import { Link, Page, Table } from "../../../ui/index.ts";
import { useCodeLists } from "../data.ts";
import { SetUpTrail, useWay } from "../parts/way.tsx";

export function CodeLists() {
  const way = useWay();
  const query = useCodeLists();
  return (
    <Loaded query={query} what="Loading code lists">
      {(found) => (
        <Page
          title="Code lists"
          lead="The choices that people meet on forms. Put them in your own words and add what you need."
          before={<SetUpTrail />}
        >
          <Table
            caption="Code lists"
            captionHidden
            rows={found()}
            columns={[
              {
                key: "label",
                header: "List",
                rowHeader: true,
                cell: (each) => <Link href={way(`/set-up/lists/${each.list}`)}>{each.label}</Link>,
              },
              { key: "entries", header: "Entries", numeric: true, cell: (each) => each.entries },
              { key: "retired", header: "Retired", numeric: true, cell: (each) => each.retired },
            ]}
          />
        </Page>
      )}
    </Loaded>
  );
}
