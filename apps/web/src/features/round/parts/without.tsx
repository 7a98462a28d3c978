import { For, Show } from "solid-js";
import { counted, Downloads, Link, Tag } from "../../../ui/index.ts";
import { planFile, roundAddress } from "../addresses.ts";
import type { Plan } from "../data.ts";
import { toDayWords } from "../words.ts";

/** The schools that go without: by which causes, and the least that would change it. */
export function Without(props: { area: string; plan: Plan }) {
  return (
    <Show when={props.plan.unserved.length > 0}>
      <h2 class="govuk-heading-m">
        {`Who goes without: ${counted(props.plan.unserved.length, "school")}`}
      </h2>
      <ul class="a-round-lines">
        <For each={props.plan.unserved}>
          {({ need, causes, changes }) => (
            <li class="a-round-line">
              <div class="a-round-line__head">
                <h3 class="govuk-heading-s">{need.school}</h3>
                <Tag colour="amber">{`Band ${need.band}`}</Tag>
              </div>
              <p class="govuk-body a-quiet a-small">
                {`${need.reference} · ${need.expertise} · ${toDayWords(need.halfDays)} · ${need.zone}`}
              </p>
              <p class="govuk-body">What stands in the way:</p>
              <ul class="govuk-list govuk-list--bullet">
                <For each={causes}>{(cause) => <li>{cause}</li>}</For>
              </ul>
              <Show
                when={changes.length > 0}
                fallback={
                  <p class="govuk-body">No single change would do: a leader has to be found.</p>
                }
              >
                <p class="govuk-body">The least that would serve it, any one of these:</p>
                <ul class="govuk-list govuk-list--bullet">
                  <For each={changes}>{(change) => <li>{change}</li>}</For>
                </ul>
              </Show>
              <p class="govuk-body">
                <Link
                  href={roundAddress(
                    props.area,
                    props.plan.round.id,
                    `/plan/${need.id}?run=${props.plan.sum.number}`,
                  )}
                >
                  {`See every leader for ${need.school}`}
                </Link>
              </p>
            </li>
          )}
        </For>
      </ul>
      <p class="govuk-body">
        <Downloads
          csv={planFile(
            props.area,
            { id: props.plan.round.id, run: props.plan.sum.number },
            "unserved",
          )}
          about="of who goes without"
        />
      </p>
    </Show>
  );
}
