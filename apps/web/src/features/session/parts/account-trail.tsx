import { Breadcrumbs } from "../../../ui/index.ts";

export const AccountTrail = () => (
  <Breadcrumbs crumbs={[{ text: "Your account", href: "/account" }]} />
);
