import { useLocation } from "@solidjs/router";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { Page, Pagination, sortOf, Table } from "../../../ui/index.ts";
import { useSchools } from "../data.ts";

const pageSize = 50;

export function SchoolList() {
  const slug = useAreaSlug();
  const location = useLocation();
  const page = () => Math.max(1, Number(new URLSearchParams(location.search).get("page") ?? 1));
  const sort = () => sortOf(location.search);
  const query = useSchools(() => ({
    area: slug(),
    offset: (page() - 1) * pageSize,
    isDescending: sort()?.direction === "descending",
  }));
  return (
    <Page title="Schools">
      <Loaded query={query} what="Loading schools">
        {(found) => (
          <>
            <Table
              caption={`${found().total} schools`}
              search={location.search}
              rows={found().schools}
              columns={[
                {
                  key: "name",
                  header: "School",
                  rowHeader: true,
                  sortable: true,
                  cell: (school) => (
                    <a class="govuk-link" href={inArea(slug(), `/schools/${school.urn}`)}>
                      {school.name}
                    </a>
                  ),
                },
                { key: "postcode", header: "Postcode", cell: (school) => school.postcode },
              ]}
            />
            <Pagination
              page={page()}
              pages={Math.ceil(found().total / pageSize)}
              search={location.search}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
