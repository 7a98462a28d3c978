import { inArea } from "../../../app/area.ts";
import { ActRow, type Press, type Way } from "../../../lib/act-row.tsx";
import { api } from "../../../lib/api.ts";
import { useDeploymentAct, type DeploymentPage } from "../data.ts";
import { WaysToSign } from "./signatures.tsx";

type Shown = { area: string; page: DeploymentPage };

const pressesOf = ({ area, page }: Shown): readonly Press[] => {
  const { id, version, may } = page;
  const seen = { area, id, version };
  const resume = {
    label: "Take the work up again",
    after: "The work goes on",
    work: () => api.deployment.resume.mutate(seen),
    isMain: true,
  };
  const close = {
    label: "Close the deployment",
    after: "The deployment is closed",
    work: () => api.deployment.close.mutate(seen),
    isMain: true,
  };
  return [...(may.resume ? [resume] : []), ...(may.close ? [close] : [])];
};

const waysOf = ({ area, page }: Shown): readonly Way[] => {
  const { id, may } = page;
  const way = (label: string, to: string, isMain = false): Way => ({
    label,
    href: inArea(area, `/deployments/${id}/${to}`),
    isMain,
  });
  return [
    ...(may.write ? [way("Write the agreement", "agreement", !may.issue)] : []),
    ...(may.issue ? [way("Check and send out", "check", true)] : []),
    ...(may.takeBack ? [way("Ask for a change", "take-back")] : []),
    ...(may.amend ? [way("Change the agreement", "amend")] : []),
    ...(may.pause ? [way("Pause", "pause")] : []),
    ...(may.complete ? [way("Complete", "complete")] : []),
    ...(may.endEarly ? [way("End early", "end-early")] : []),
  ];
};

/** What the actor may do to a deployment now; what needs words has a page of its own. */
export function Acts(props: Shown) {
  const act = useDeploymentAct();
  return (
    <ActRow
      act={act}
      presses={pressesOf(props)}
      ways={waysOf(props)}
      first={<WaysToSign area={props.area} page={props.page} />}
    />
  );
}
