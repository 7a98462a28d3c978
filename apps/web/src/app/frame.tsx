import { useLocation, useNavigate, type RouteSectionProps } from "@solidjs/router";
import { createEffect, lazy, Show, Suspense } from "solid-js";
import { addressOf, homeWords, type SessionNow } from "../features/session/home-address.ts";
import { isFirstShown, notePage } from "../lib/first-shown.ts";
import { asked } from "../lib/step-up.ts";
import { AccountMenu, Loading, Shell } from "../ui/index.ts";
import { areaIn } from "./area.ts";
import { navigationFor } from "./navigation.ts";
import { isOpen } from "./open-path.ts";
import { useSession, useSignOut } from "./session.ts";

const FindSchool = lazy(() =>
  import("../features/school/parts/find-school.tsx").then((part) => ({
    default: part.FindSchool,
  })),
);
const StepUp = lazy(() =>
  import("../features/session/parts/step-up.tsx").then((part) => ({ default: part.StepUp })),
);
const SessionClock = lazy(() =>
  import("./session-clock.tsx").then((part) => ({ default: part.SessionClock })),
);

const footer = [
  { text: "Help", href: "/help" },
  { text: "Privacy", href: "/privacy" },
  { text: "Accessibility", href: "/accessibility" },
];

/** Several homes can be switched between in the menu; very many have a page. */
const homesInMenu = 6;

const homeItems = (person: SessionNow) => {
  const { homes } = person;
  if (homes.length < 2) return [];
  return homes.length > homesInMenu
    ? [{ text: "Your places", href: "/places" }]
    : homes.map((home) => ({ text: homeWords(home, person), href: addressOf(home) }));
};

/** Where a page leads that may not be shown yet, with the way back. */
const gate = (session: SessionNow | null | undefined, path: string): string | undefined => {
  if (session === null) return isOpen(path) ? undefined : "/sign-in";
  const isOwing = session !== undefined && session.awaits !== null;
  return isOwing && !isOpen(path) && path !== "/second-factor" ? "/second-factor" : undefined;
};

/** The shell around every page. Whoever is not signed in is led to the sign-in page, and back afterwards. */
export function Frame(props: RouteSectionProps) {
  const location = useLocation();
  const navigate = useNavigate();
  const session = useSession();
  const signOut = useSignOut();
  const slug = () => areaIn(location.pathname);
  const area = () => session.data?.areas.find((each) => each.slug === slug());
  const gateNow = () => gate(session.data, location.pathname);
  createEffect(() => {
    const address = gateNow();
    if (address === undefined) return;
    const from =
      location.pathname === "/"
        ? ""
        : `?from=${encodeURIComponent(location.pathname + location.search)}`;
    navigate(`${address}${from}`, { replace: true });
  });
  const account = () => (
    <Show when={session.data?.awaits === null ? session.data : undefined}>
      {(person) => (
        <>
          <Show when={area()} keyed>
            {({ slug: place }) => (
              <div class="a-header-find">
                <Suspense>
                  <FindSchool area={place} id="find-from-header" label="Go to a school" />
                </Suspense>
              </div>
            )}
          </Show>
          <AccountMenu
            name={person().name}
            items={[
              ...homeItems(person()),
              { text: "Your account", href: "/account" },
              ...(person().mayOperate ? [{ text: "All areas", href: "/operate/areas" }] : []),
              { text: "Sign out", onPress: () => void signOut() },
            ]}
          />
        </>
      )}
    </Show>
  );
  const mayShow = () => session.data !== undefined && gateNow() === undefined;
  return (
    <Shell
      product="Alongside"
      area={area()?.name}
      nav={navigationFor(area(), location.pathname)}
      account={account()}
      footer={footer}
      footerLine="School-to-school support, arranged well."
      navigate={(address) => navigate(address)}
      onPage={notePage}
    >
      <Show when={mayShow()} fallback={<Loading label="Loading Alongside" />}>
        <Suspense fallback={<Loading />}>{props.children}</Suspense>
      </Show>
      <Suspense>
        <Show when={asked()}>
          <StepUp />
        </Show>
        <Show when={isFirstShown() && session.data}>
          <SessionClock />
        </Show>
      </Suspense>
    </Shell>
  );
}
