import { SubNavigation } from "../../../ui/index.ts";
import { workAddress } from "../addresses.ts";

type Part = "agreement" | "visits" | "impact" | "statement";

/** The pages of one deployment. */
export function WorkNav(props: { area: string; deployment: string; current: Part }) {
  const item = (text: string, part: Part) => ({
    text,
    href: workAddress(props.area, props.deployment, part === "agreement" ? "" : part),
    current: part === props.current,
  });
  const items = () => [
    item("Agreement", "agreement"),
    item("Visits", "visits"),
    item("Impact", "impact"),
    item("Statement", "statement"),
  ];
  return <SubNavigation label="Pages of this deployment" items={items()} />;
}
