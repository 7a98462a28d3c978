import { useLocation } from "@solidjs/router";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords, toMomentWords, toNumberWords } from "../../../lib/words.ts";
import {
  EmptyState,
  Link,
  LinkButton,
  Page,
  pageIn,
  Pagination,
  Table,
  Tag,
  type Column,
} from "../../../ui/index.ts";
import { useImports, type ImportLine } from "../data.ts";
import { kindWords, stateColours, stateWords } from "../words.ts";

const pageSize = 25;

const columnsFor = (area: () => string): readonly Column<ImportLine>[] => [
  {
    key: "file",
    header: "File",
    rowHeader: true,
    cell: (line) => <Link href={inArea(area(), `/imports/${line.id}`)}>{line.fileName}</Link>,
  },
  { key: "kind", header: "What", cell: (line) => kindWords[line.kind] },
  { key: "as-of", header: "As of", cell: (line) => toDateWords(line.asOf) },
  { key: "at", header: "Brought in", cell: (line) => toMomentWords(line.startedAt) },
  {
    key: "state",
    header: "State",
    cell: (line) => <Tag colour={stateColours[line.state]}>{stateWords[line.state]}</Tag>,
  },
  { key: "added", header: "Added", numeric: true, cell: (line) => toNumberWords(line.added) },
  { key: "changed", header: "Changed", numeric: true, cell: (line) => toNumberWords(line.changed) },
];

/** Every file that the area's administrators brought in, the newest first. */
export function ImportList() {
  const slug = useAreaSlug();
  const location = useLocation();
  const query = useImports(() => ({
    area: slug(),
    offset: (pageIn(location.search) - 1) * pageSize,
    limit: pageSize,
  }));
  return (
    <Page
      title="Imports"
      lead="Public files keep the register true: schools, trusts, inspections and outcomes."
    >
      <p>
        <LinkButton href={inArea(slug(), "/imports/new")}>Import a file</LinkButton>
      </p>
      <Loaded query={query} what="Loading the imports">
        {(found) => (
          <>
            <Table
              caption="Files"
              captionHidden
              search={location.search}
              rows={found().lines}
              columns={columnsFor(slug)}
              empty={
                <EmptyState title="No file has been brought in yet">
                  <p class="govuk-body">
                    Begin with the schools of your authority, then their trusts, inspections and
                    outcomes.
                  </p>
                </EmptyState>
              }
            />
            <Pagination
              page={pageIn(location.search)}
              pages={Math.ceil(found().total / pageSize)}
              search={location.search}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
