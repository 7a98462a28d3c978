import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import { Breadcrumbs, counted, HeatMap, Page, SourceNote } from "../../../ui/index.ts";
import { capacityAddress, supplyMapAddress } from "../addresses.ts";
import { useCapacityChoices, useSupplyMap, type SupplyMap } from "../data.ts";
import { TermNav } from "../parts/term-nav.tsx";
import { toDayNumber, toDays, toTerm } from "../words.ts";

type Row = SupplyMap["rows"][number];

const cellWords = (leaders: number, free: number): string =>
  leaders === 0 ? "0" : `${leaders} · ${toDayNumber(free)}d`;

const isOffered = ({ cells }: Row): boolean => cells.some(({ leaders }) => leaders > 0);

const coldSpots = (rows: readonly Row[]): number =>
  rows.flatMap(({ cells }) => cells).filter(({ leaders }) => leaders === 0).length;

function Drawing(props: { area: string; map: SupplyMap }) {
  const cellAddress = (row: Row, zone: string) =>
    capacityAddress(
      props.area,
      `?term=${props.map.term.id}&stage=ready&area=${row.code}&zone=${zone}`,
    );
  const offered = () => props.map.rows.filter(isOffered);
  const rows = () =>
    offered().map((row) => ({
      label: row.label,
      cells: row.cells.map(({ zone, leaders, free }) => ({
        value: leaders,
        text: cellWords(leaders, free),
        lack: leaders === 0,
        href: leaders === 0 ? undefined : cellAddress(row, zone),
      })),
    }));
  return (
    <HeatMap
      level={2}
      finding={`${counted(coldSpots(offered()), "cold spot")} among ${counted(offered().length, "area")} of expertise`}
      about="How many leaders could be offered today and, after the point, their free days. A leader counts in every zone that they serve."
      of="Expertise"
      columns={props.map.zones.map(({ name }) => name)}
      rows={rows()}
      source={
        <SourceNote
          source="What leaders confirmed, and the day ledger"
          asOf={toDateWords(props.map.today)}
        />
      }
    />
  );
}

/** Expertise that nobody offers in any zone: a list, for a table of noughts says less. */
function Nowhere(props: { map: SupplyMap }) {
  const missing = () => props.map.rows.filter((row) => !isOffered(row));
  return (
    <Show when={missing().length > 0}>
      <h2 class="govuk-heading-m">
        {`Offered nowhere: ${counted(missing().length, "area")} of expertise`}
      </h2>
      <p class="govuk-body">
        {missing()
          .map(({ label }) => label)
          .join(" · ")}
      </p>
    </Show>
  );
}

/** Expertise by zone: where there are leaders with free days, and where there is nobody. */
export function SupplyMapPage() {
  const slug = useAreaSlug();
  const location = useLocation();
  const choices = useCapacityChoices(slug);
  const termId = () => new URLSearchParams(location.search).get("term") ?? undefined;
  const query = useSupplyMap(() => {
    const term = termId();
    return { area: slug(), ...(term === undefined ? {} : { termId: term }) };
  });
  return (
    <Loaded query={query} what="Loading the map of supply">
      {(map) => (
        <Page
          title="Expertise by zone"
          caption={toTerm(map().term)}
          lead={`${counted(map().leaders, "leader")} ready, with ${toDays(map().free)} free.`}
          before={<Breadcrumbs crumbs={[{ text: "Capacity", href: capacityAddress(slug()) }]} />}
        >
          <Show
            when={map().zones.length > 0}
            fallback={<p class="govuk-body">This area has no zones yet.</p>}
          >
            <Show when={choices.data}>
              {(lists) => (
                <TermNav
                  choices={lists()}
                  termId={map().term.id}
                  hrefFor={(term) => `${supplyMapAddress(slug())}?term=${term}`}
                />
              )}
            </Show>
            <Drawing area={slug()} map={map()} />
            <Nowhere map={map()} />
          </Show>
        </Page>
      )}
    </Loaded>
  );
}
