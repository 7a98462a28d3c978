import { For, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { toDateWords } from "../../../lib/words.ts";
import { Link, Tag } from "../../../ui/index.ts";
import type { Tie } from "../data.ts";
import { interestWords } from "../words.ts";

const headOf = ({ who, school, isOwn, kind, untilOn }: Tie): string => {
  const whom = isOwn ? school : `${who} and ${school}`;
  const until = untilOn === null ? "" : `, until ${toDateWords(untilOn)}`;
  return `${whom}: ${interestWords[kind].toLowerCase()}${until}. `;
};

function Withdrawn(props: { tie: Tie }) {
  return (
    <Show when={props.tie.withdrawn}>
      {(withdrawn) => (
        <div class="a-small">
          <Tag colour="grey">Withdrawn</Tag>
          {` By ${withdrawn().by} on ${toDateWords(withdrawn().at)}. `}
          <span class="a-words">{withdrawn().reason}</span>
        </div>
      )}
    </Show>
  );
}

/** Ties as they were declared, each in its words, with the way to withdraw it; one that was withdrawn says so. */
export function DeclaredTies(props: { area: string; ties: readonly Tie[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
      <For each={props.ties}>
        {(tie) => (
          <li>
            {headOf(tie)}
            <span class="a-words">{tie.words}</span>
            <div class="a-quiet a-small">
              {`Declared by ${tie.by} on ${toDateWords(tie.declaredAt)}. `}
              <Show when={tie.may.withdraw}>
                <Link
                  href={inArea(props.area, `/conflicts/ties/${tie.id}`)}
                  about={`what ties ${tie.who} and ${tie.school}`}
                >
                  Withdraw
                </Link>
              </Show>
            </div>
            <Withdrawn tie={tie} />
          </li>
        )}
      </For>
    </ul>
  );
}
