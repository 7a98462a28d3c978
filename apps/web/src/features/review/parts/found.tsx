import { For, Show } from "solid-js";
import { counted, Tag } from "../../../ui/index.ts";
import type { ReviewLine } from "../data.ts";
import { judgementColour } from "../words.ts";

type Judgements = NonNullable<ReviewLine["now"]>["judgements"];
type Words = Readonly<Record<string, string>>;

const order = ["causing-concern", "attention-needed", "strong"] as const;

const mostNamed = 3;

/** What was found of a school in a few tags: what is secure goes without saying. In a list many areas are only counted. */
export function Found(props: { judgements: Judgements; words: Words; isShort?: boolean }) {
  const named = (areas: readonly string[]) =>
    props.isShort === true && areas.length > mostNamed
      ? counted(areas.length, "area")
      : areas.join(", ");
  const areasOf = (wanted: string) =>
    Object.entries(props.judgements).flatMap(([area, { judgement }]) =>
      judgement === wanted ? [props.words[area] ?? area] : [],
    );
  const groups = () =>
    order
      .map((judgement) => ({ judgement, areas: areasOf(judgement) }))
      .filter((each) => each.areas.length > 0);
  return (
    <Show when={groups().length > 0} fallback={<>All secure</>}>
      <For each={groups()}>
        {({ judgement, areas }) => (
          <div class="a-small">
            <Tag colour={judgementColour(judgement)}>{props.words[judgement] ?? judgement}</Tag>
            {` ${named(areas)}`}
          </div>
        )}
      </For>
    </Show>
  );
}
