import "../../../look/shortlist.scss";
import type { JSX } from "solid-js";
import { useLocation } from "@solidjs/router";
import { inArea } from "../../../app/area.ts";
import { toDateWords } from "../../../lib/words.ts";
import { BackLink, counted, Page, SubNavigation } from "../../../ui/index.ts";
import { picksIn, sharedSearch } from "../address.ts";
import type { Shortlist } from "../data.ts";
import { toDayWords } from "../words.ts";

export type Framed = Pick<Shortlist, "need" | "mayOffer" | "term" | "terms" | "today">;

export const shortlistAddress = (area: string, needId: string, below = ""): string =>
  inArea(area, `/needs/${needId}/shortlist${below}`);

export const needCaption = ({ need }: Pick<Framed, "need">): string =>
  [need.reference, need.school.name, ...need.zones].filter(Boolean).join(" · ");

/** The frame of the pages about one need's leaders: list, map, side by side. */
export function ShortlistFrame(props: {
  area: string;
  framed: Framed;
  here: "list" | "map" | "compare";
  children: JSX.Element;
}) {
  const location = useLocation();
  const need = () => props.framed.need;
  const shared = () => sharedSearch(location.search);
  const item = (here: typeof props.here, text: string, below: string) => ({
    text,
    href: `${shortlistAddress(props.area, need().id, below)}${shared()}`,
    current: props.here === here,
  });
  const picked = () => picksIn(location.search).length;
  return (
    <Page
      title="Find a leader"
      caption={needCaption(props.framed)}
      lead={`${need().primaryArea}, ${toDayWords(need().halfDays)}, from ${toDateWords(need().earliest)}`}
      before={<BackLink href={inArea(props.area, `/needs/${need().id}`)} />}
    >
      <SubNavigation
        label="Leaders for this need"
        items={[
          item("list", "List", ""),
          item("map", "Map", "/map"),
          ...(picked() >= 2
            ? [item("compare", `Side by side: ${counted(picked(), "leader")}`, "/compare")]
            : []),
        ]}
      />
      {props.children}
    </Page>
  );
}
