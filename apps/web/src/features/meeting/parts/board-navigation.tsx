import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { useSession } from "../../../app/session.ts";
import { SubNavigation } from "../../../ui/index.ts";

/** The pages of the boards. Whoever has an action and no seat finds the actions alone. */
export function BoardNavigation(props: { area: string }) {
  const location = useLocation();
  const session = useSession();
  const area = () => session.data?.areas.find(({ slug }) => slug === props.area);
  const item = (text: string, below: string) => {
    const href = inArea(props.area, below);
    return { text, href, current: location.pathname === href };
  };
  const items = () => [
    ...(area()?.hasBoard === true
      ? [
          item("Figures", "/board"),
          item("Termly review", "/board/review"),
          item("Survey", "/board/survey"),
        ]
      : []),
    ...(area()?.readsBodies === true
      ? [item("Boards and groups", "/board/bodies"), item("Decisions", "/board/decisions")]
      : []),
    item("Actions", "/board/actions"),
  ];
  return (
    <Show when={items().length > 1}>
      <SubNavigation label="Boards" items={items()} />
    </Show>
  );
}
