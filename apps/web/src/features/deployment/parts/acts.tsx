import { createSignal, For, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { announce, Button, ButtonRow, InsetText, LinkButton } from "../../../ui/index.ts";
import { useDeploymentAct, type DeploymentPage } from "../data.ts";
import { WaysToSign } from "./signatures.tsx";

type Shown = { area: string; page: DeploymentPage };
type Press = {
  readonly label: string;
  readonly after: string;
  readonly work: () => Promise<unknown>;
};
type Way = { readonly label: string; readonly to: string; readonly isMain?: boolean };

const pressesOf = ({ area, page }: Shown): readonly Press[] => {
  const { id, version, may } = page;
  const seen = { area, id, version };
  const resume = {
    label: "Take the work up again",
    after: "The work goes on",
    work: () => api.deployment.resume.mutate(seen),
  };
  const close = {
    label: "Close the deployment",
    after: "The deployment is closed",
    work: () => api.deployment.close.mutate(seen),
  };
  return [...(may.resume ? [resume] : []), ...(may.close ? [close] : [])];
};

const waysOf = ({ may }: DeploymentPage): readonly Way[] => [
  ...(may.write ? [{ label: "Write the agreement", to: "agreement", isMain: !may.issue }] : []),
  ...(may.issue ? [{ label: "Check and send out", to: "check", isMain: true }] : []),
  ...(may.takeBack ? [{ label: "Ask for a change", to: "take-back" }] : []),
  ...(may.amend ? [{ label: "Change the agreement", to: "amend" }] : []),
  ...(may.pause ? [{ label: "Pause", to: "pause" }] : []),
  ...(may.complete ? [{ label: "Complete", to: "complete" }] : []),
  ...(may.endEarly ? [{ label: "End early", to: "end-early" }] : []),
];

/** What the actor may do to a deployment now; what needs words has a page of its own. */
export function Acts(props: Shown) {
  const act = useDeploymentAct();
  const [trouble, setTrouble] = createSignal("");
  const [pending, setPending] = createSignal("");
  const press = async ({ label, after, work }: Press) => {
    setPending(label);
    const outcome = await act(work);
    setPending("");
    setTrouble(outcome.done ? "" : (outcome.message ?? "Nothing was changed. Try again."));
    if (outcome.done) announce(after);
  };
  return (
    <>
      <Show when={trouble()}>
        {(words) => (
          <div role="alert">
            <InsetText>{words()}</InsetText>
          </div>
        )}
      </Show>
      <ButtonRow>
        <WaysToSign area={props.area} page={props.page} />
        <For each={pressesOf(props)}>
          {(each) => (
            <Button pending={pending() === each.label} onPress={() => void press(each)}>
              {each.label}
            </Button>
          )}
        </For>
        <For each={waysOf(props.page)}>
          {(way) => (
            <LinkButton
              kind={way.isMain === true ? "main" : "secondary"}
              href={inArea(props.area, `/deployments/${props.page.id}/${way.to}`)}
            >
              {way.label}
            </LinkButton>
          )}
        </For>
      </ButtonRow>
    </>
  );
}
