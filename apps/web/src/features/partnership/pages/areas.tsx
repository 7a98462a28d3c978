import { Loaded } from "../../../lib/loaded.tsx";
import { Link, LinkButton, Page, Table, Tag } from "../../../ui/index.ts";
import { useEveryArea, type EveryArea } from "../data.ts";
import { Said } from "../parts/said.tsx";

const namesOf = (found: EveryArea, codes: readonly string[]): string =>
  codes
    .map((code) => found.authorities.find((each) => each.code === code)?.name ?? code)
    .join(", ");

/** The operator's list: every partnership of this instance. */
export function AreaList() {
  const query = useEveryArea();
  return (
    <Loaded query={query} what="Loading areas">
      {(found) => (
        <Page
          title="Areas"
          lead="Each area is a partnership of its own: none sees what another has."
        >
          <Said />
          <p class="govuk-body">
            <LinkButton href="/operate/areas/new">Create an area</LinkButton>
          </p>
          <p class="govuk-body">
            <Link href="/operate">How the product runs</Link>
          </p>
          <Table
            caption="Areas of this instance"
            captionHidden
            rows={found().areas}
            columns={[
              {
                key: "name",
                header: "Area",
                rowHeader: true,
                cell: (area) => (
                  <>
                    <Link href={`/areas/${area.slug}`}>{area.name}</Link>
                    {area.isDemonstration && (
                      <>
                        {" "}
                        <Tag colour="grey">Demonstration</Tag>
                      </>
                    )}
                  </>
                ),
              },
              {
                key: "authorities",
                header: "Local authorities",
                cell: (area) => namesOf(found(), area.laCodes),
              },
              {
                key: "change",
                header: "Change",
                cell: (area) => (
                  <Link href={`/operate/areas/${area.slug}`} about={area.name}>
                    Change
                  </Link>
                ),
              },
            ]}
          />
        </Page>
      )}
    </Loaded>
  );
}
