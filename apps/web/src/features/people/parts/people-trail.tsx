import { inArea } from "../../../app/area.ts";
import { Breadcrumbs } from "../../../ui/index.ts";

export const PeopleTrail = (props: { area: string }) => (
  <Breadcrumbs crumbs={[{ text: "People", href: inArea(props.area, "/people") }]} />
);
