import { For, Show } from "solid-js";
import { Link, Table } from "../../../ui/index.ts";
import { roundAddress } from "../addresses.ts";
import type { PlanSum } from "../data.ts";
import { toDayWords, toProof, toVerdict } from "../words.ts";

/** What a plan comes to and how good it is known to be: the first thing that anybody reads. */
export function Verdict(props: { sum: PlanSum }) {
  return (
    <div
      class="a-round-verdict"
      classList={{ "a-round-verdict--open": !props.sum.isProved }}
      data-part="verdict"
    >
      <p>
        <strong>{toVerdict(props.sum)}</strong>
        {` ${toDayWords(props.sum.halfDays)} of ${props.sum.leaders === 1 ? "1 leader" : `${props.sum.leaders} leaders`}.`}
      </p>
      <p>{toProof(props.sum)}</p>
    </div>
  );
}

/** Asked for and served in each band, beside the most that any plan could serve. */
export function BandTable(props: { sum: PlanSum }) {
  return (
    <Table
      caption="By band, the greatest need first"
      columns={[
        { key: "band", header: "Band", rowHeader: true, cell: ({ band }) => `Band ${band}` },
        { key: "asked", header: "Asked", numeric: true, cell: ({ asked }) => asked },
        { key: "served", header: "Served", numeric: true, cell: ({ served }) => served },
        {
          key: "most",
          header: "Most that any plan could",
          numeric: true,
          cell: ({ most, asked }) => Math.min(most, asked),
        },
      ]}
      rows={props.sum.bands.filter(({ asked }) => asked > 0)}
    />
  );
}

/** Which run is looked at, when there are several. */
export function RunPicker(props: { area: string; id: string; run: number; last: number }) {
  const runs = () => Array.from({ length: props.last }, (_, index) => index + 1);
  return (
    <Show when={props.last > 1}>
      <nav aria-label="Runs of this round">
        <ul class="govuk-list a-tags">
          <For each={runs()}>
            {(run) => (
              <li>
                <Show
                  when={run !== props.run}
                  fallback={<strong aria-current="page">{`Run ${run}`}</strong>}
                >
                  <Link href={roundAddress(props.area, props.id, `/plan?run=${run}`)}>
                    {`Run ${run}`}
                  </Link>
                </Show>
              </li>
            )}
          </For>
          <li>
            <Link
              href={roundAddress(
                props.area,
                props.id,
                `/compare?one=${Math.max(1, props.run - 1)}&other=${Math.max(2, props.run)}`,
              )}
            >
              Compare two runs
            </Link>
          </li>
        </ul>
      </nav>
    </Show>
  );
}
