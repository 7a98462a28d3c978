import { useLocation } from "@solidjs/router";
import type { JSX } from "solid-js";
import { useSession } from "../../../app/session.ts";
import { Breadcrumbs, Page, SubNavigation } from "../../../ui/index.ts";
import {
  capacityAddress,
  designationsAddress,
  leaderAddress,
  statementAddress,
  trackRecordAddress,
} from "../addresses.ts";

type Framed = {
  area: string;
  leader: { readonly personId: string; readonly name: string; readonly homeSchool: string };
  isSelf: boolean;
  lead?: string | undefined;
  children: JSX.Element;
};

/** The pages of one leader, under one name. */
export function LeaderFrame(props: Framed) {
  const location = useLocation();
  const item = (text: string, href: string) => ({
    text,
    href,
    current: location.pathname === href,
  });
  const session = useSession();
  /** The leader's own, and that of those who broker: a home school sees days, not how work came out. */
  const seesRecord = () =>
    props.isSelf || session.data?.areas.find(({ slug }) => slug === props.area)?.hasQueue === true;
  const items = () => [
    item("Days", leaderAddress(props.area, props.leader.personId)),
    item("Statement of days", statementAddress(props.area, props.leader.personId)),
    item("Designations and expertise", designationsAddress(props.area, props.leader.personId)),
    ...(seesRecord()
      ? [item("Track record", trackRecordAddress(props.area, props.leader.personId))]
      : []),
  ];
  return (
    <Page
      title={props.isSelf ? "My days" : props.leader.name}
      caption={props.leader.homeSchool}
      lead={props.lead}
      before={
        props.isSelf ? undefined : (
          <Breadcrumbs crumbs={[{ text: "Capacity", href: capacityAddress(props.area) }]} />
        )
      }
    >
      <SubNavigation
        label={props.isSelf ? "My days" : `Pages of ${props.leader.name}`}
        items={items()}
      />
      {props.children}
    </Page>
  );
}
