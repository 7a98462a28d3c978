import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import { LinkButton, Panel } from "../../../ui/index.ts";
import { needAddress } from "../addresses.ts";
import { useNeed, type NeedPage } from "../data.ts";

function Sent(props: { area: string; need: NeedPage }) {
  const zone = () =>
    props.need.zones.length === 0 ? "" : ` of the ${props.need.zones.join(" and ")} zone`;
  return (
    <>
      <Panel title="Need sent">
        Your reference is <strong>{props.need.reference}</strong>
      </Panel>
      <h2 class="govuk-heading-m">What happens next</h2>
      <ol class="govuk-list govuk-list--number">
        <li>
          {`The coordinator${zone()} reads it and gives you a first answer`}
          <Show when={props.need.next.by} fallback=".">
            {(by) => <strong>{` by ${toDateWords(by())}.`}</strong>}
          </Show>
        </li>
        <li>They may ask you for more. You get a mail when they do.</li>
        <li>They look for the right leader. Until one accepts, no leader learns your name.</li>
      </ol>
      <p class="govuk-body">You can change or withdraw it at any time before it is agreed.</p>
      <LinkButton href={needAddress(props.area, props.need.id)}>See the need</LinkButton>
    </>
  );
}

/** The need has left the school: its reference, and what happens next by when. */
export function NeedSent() {
  const slug = useAreaSlug();
  const params = useParams();
  const need = useNeed(() => ({ area: slug(), id: params["need"] ?? "" }));
  return (
    <Loaded query={need} what="Loading the need">
      {(known) => (
        <Show when={known().reference} fallback={<NotFound />}>
          <Sent area={slug()} need={known()} />
        </Show>
      )}
    </Loaded>
  );
}
