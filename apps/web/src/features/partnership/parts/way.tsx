import { useNavigate } from "@solidjs/router";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { useSession } from "../../../app/session.ts";
import { Breadcrumbs, type Crumb } from "../../../ui/index.ts";
import { useRefresh } from "../data.ts";
import { say } from "./said.tsx";

/** An address below the area of this page. */
export const useWay = (): ((path: string) => string) => {
  const slug = useAreaSlug();
  return (path) => inArea(slug(), path);
};

/** Whether to show what only an administrator can do: the server asks again. */
export const useMayAdminister = (): (() => boolean) => {
  const slug = useAreaSlug();
  const session = useSession();
  return () => session.data?.areas.find((area) => area.slug === slug())?.mayAdminister === true;
};

/** After a change: says what was done, forgets what was read, and goes there. */
export const useDone = () => {
  const navigate = useNavigate();
  const refresh = useRefresh();
  return async (text: string, href?: string) => {
    await refresh();
    say(text);
    if (href !== undefined) navigate(href);
  };
};

/** The way down from set-up. */
export function SetUpTrail(props: { crumbs?: readonly Crumb[] }) {
  const way = useWay();
  return (
    <Breadcrumbs crumbs={[{ text: "Set-up", href: way("/set-up") }, ...(props.crumbs ?? [])]} />
  );
}

/** The way down from the list of zones. */
export function ZoneTrail(props: { crumbs?: readonly Crumb[] }) {
  const way = useWay();
  return <Breadcrumbs crumbs={[{ text: "Zones", href: way("/zones") }, ...(props.crumbs ?? [])]} />;
}
