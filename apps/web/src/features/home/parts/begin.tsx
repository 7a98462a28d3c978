import { Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { useSession } from "../../../app/session.ts";
import { ButtonRow, Link, LinkButton } from "../../../ui/index.ts";

/** The one thing that this person most often begins here, then the others. */
export function Begin(props: { area: string }) {
  const session = useSession();
  const area = () => session.data?.areas.find(({ slug }) => slug === props.area);
  const isBroker = () => area()?.hasQueue === true;
  const isSupplier = () => area()?.hasSupply === true && !isBroker();
  const isMain = () => !isBroker() && area()?.hasSchool !== true;
  return (
    <Show when={area()}>
      {(own) => (
        <ButtonRow>
          <Show when={isBroker()}>
            <LinkButton href={inArea(props.area, "/queue")}>Open the queue</LinkButton>
          </Show>
          <Show when={own().hasSchool}>
            <LinkButton href={inArea(props.area, "/needs/new")}>Ask for support</LinkButton>
          </Show>
          <Show when={isSupplier()}>
            <LinkButton
              kind={isMain() ? "main" : "secondary"}
              href={inArea(props.area, "/capacity")}
            >
              Days this term
            </LinkButton>
          </Show>
          <Show when={own().mayInvite}>
            <Link href={inArea(props.area, "/people/invite")}>Invite someone</Link>
          </Show>
        </ButtonRow>
      )}
    </Show>
  );
}
