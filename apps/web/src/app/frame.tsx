import { useLocation, useNavigate, type RouteSectionProps } from "@solidjs/router";
import { createEffect, Show, Suspense } from "solid-js";
import { FindSchool } from "../features/school/parts/find-school.tsx";
import { AccountMenu, Loading, Shell } from "../ui/index.ts";
import { navigationFor } from "./navigation.ts";
import { useSession, useSignOut } from "./session.ts";

const openPaths = [
  "/sign-in",
  "/invitation",
  "/reset",
  "/privacy",
  "/accessibility",
  "/help",
  "/mailbox",
];

const footer = [
  { text: "Help", href: "/help" },
  { text: "Privacy", href: "/privacy" },
  { text: "Accessibility", href: "/accessibility" },
];

const isOpen = (path: string): boolean =>
  openPaths.some((open) => path === open || path.startsWith(`${open}/`));

/** The shell around every page. Whoever is not signed in is led to the sign-in page, and back afterwards. */
export function Frame(props: RouteSectionProps) {
  const location = useLocation();
  const navigate = useNavigate();
  const session = useSession();
  const signOut = useSignOut();
  const slug = () => /^\/areas\/([^/]+)/.exec(location.pathname)?.[1];
  const area = () => session.data?.areas.find((each) => each.slug === slug());
  createEffect(() => {
    if (session.data !== null || isOpen(location.pathname)) return;
    const from =
      location.pathname === "/"
        ? ""
        : `?from=${encodeURIComponent(location.pathname + location.search)}`;
    navigate(`/sign-in${from}`, { replace: true });
  });
  const account = () => (
    <Show when={session.data}>
      {(person) => (
        <>
          <Show when={area()} keyed>
            {({ slug: place }) => (
              <div class="a-header-find">
                <FindSchool area={place} id="find-from-header" label="Go to a school" />
              </div>
            )}
          </Show>
          <AccountMenu
            name={person().name}
            items={[
              { text: "Your areas", href: "/" },
              ...(person().mayOperate ? [{ text: "All areas", href: "/operate/areas" }] : []),
              { text: "Sign out", onPress: () => void signOut() },
            ]}
          />
        </>
      )}
    </Show>
  );
  const mayShow = () =>
    session.data !== undefined && (session.data !== null || isOpen(location.pathname));
  return (
    <Shell
      product="Alongside"
      area={area()?.name}
      nav={navigationFor(area(), location.pathname)}
      account={account()}
      footer={footer}
      footerLine="School-to-school support, arranged well."
      navigate={(address) => navigate(address)}
    >
      <Show when={mayShow()} fallback={<Loading label="Loading Alongside" />}>
        <Suspense fallback={<Loading />}>{props.children}</Suspense>
      </Show>
    </Shell>
  );
}
