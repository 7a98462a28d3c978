import type { Band, NeedOutcome, NeedState } from "@alongside/domain/need";
import { Show } from "solid-js";
import { Tag } from "../../../ui/index.ts";
import { outcomeWords, schoolStateWords, stateColours, stateWords } from "../words.ts";

/** Where a need stands, in a word; a closed one says with what outcome. */
export function StateTag(props: {
  state: NeedState;
  outcome?: NeedOutcome | null | undefined;
  forSchool?: boolean;
}) {
  const words = () => (props.forSchool === true ? schoolStateWords : stateWords)[props.state];
  return (
    <Tag colour={stateColours[props.state]}>
      {props.outcome ? `Closed: ${outcomeWords[props.outcome].toLowerCase()}` : words()}
    </Tag>
  );
}

/** Shown only where a need is urgent. */
export function UrgentTag(props: { isUrgent: boolean; band?: Band | null }) {
  return (
    <Show when={props.isUrgent}>
      <Tag colour="red">Urgent</Tag>
    </Show>
  );
}
