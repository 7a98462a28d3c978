import { Tag } from "../../../ui/index.ts";
import { stateColours, stateWords, type SupplyState } from "../words.ts";

export function SupplyTag(props: { state: SupplyState }) {
  return <Tag colour={stateColours[props.state]}>{stateWords[props.state]}</Tag>;
}
