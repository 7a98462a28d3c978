import { useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { BackLink, counted, DotPlot, EmptyState, Page, SourceNote } from "../../../ui/index.ts";
import { toDateWords } from "../../../lib/words.ts";
import { leaderAddress } from "../../capacity/addresses.ts";
import { useTrackRecord, type TrackRecord } from "../data.ts";

const percent = (share: number): number => Math.round(share * 100);

const shown = ({ areas }: TrackRecord) =>
  areas.flatMap(({ label, figure }) =>
    figure === null
      ? []
      : [
          {
            label,
            value: percent(figure.value),
            low: percent(figure.low),
            high: percent(figure.high),
          },
        ],
  );

const few = ({ areas }: TrackRecord) => areas.filter(({ figure }) => figure === null);

function Figures(props: { record: TrackRecord }) {
  return (
    <Show when={shown(props.record).length > 0}>
      <DotPlot
        level={2}
        finding="What came of finished work, by area of expertise"
        about="Objectives met, what schools said at the end and what had lasted two terms later, from 0 to 100, drawn towards the partnership’s mean where there is little of it; with the interval of 95%."
        measure="Out of 100"
        of="Area of expertise"
        reference={
          props.record.mean === null
            ? undefined
            : { label: "Partnership", value: percent(props.record.mean) }
        }
        dots={shown(props.record)}
        source={
          <SourceNote
            source="Finished work of the partnership"
            asOf={toDateWords(props.record.today)}
          />
        }
      />
    </Show>
  );
}

/** What came of a leader’s finished work: for the leader and those who broker, and beside no other leader’s. */
export function OwnTrackRecord() {
  const slug = useAreaSlug();
  const params = useParams();
  const record = useTrackRecord(() => ({ area: slug(), personId: params["leader"] ?? "" }));
  return (
    <Loaded query={record} what="Loading the track record">
      {(known) => (
        <Page
          title={known().isSelf ? "My track record" : `Track record of ${known().leader.name}`}
          caption={known().leader.homeSchool}
          before={
            <BackLink href={leaderAddress(slug(), known().leader.personId)}>
              {known().isSelf ? "My days" : `Days of ${known().leader.name}`}
            </BackLink>
          }
          lead="Drawn towards the partnership’s mean the more, the less there is to go by, so that one good piece of work does not beat ten. Never shown as a table of leaders."
        >
          <Show
            when={known().areas.length > 0}
            fallback={
              <EmptyState title="No finished work yet">
                <p class="govuk-body">
                  Until there is some, the partnership’s mean stands in: being new costs nothing.
                </p>
              </EmptyState>
            }
          >
            <Figures record={known()} />
            <For each={few(known())}>
              {(area) => (
                <p class="govuk-body">
                  {`${area.label}: ${counted(area.works, "finished piece")} of work, too few for a figure.`}
                </p>
              )}
            </For>
          </Show>
        </Page>
      )}
    </Loaded>
  );
}
