import type { DeploymentEvent } from "@alongside/domain/deployment";

const kinds: Readonly<Record<DeploymentEvent["type"], string>> = {
  revised: "agreement-revised",
  issued: "agreement-issued",
  redrafted: "agreement-redrafted",
  signed: "agreement-signed",
  "in-force": "agreement-in-force",
  "amendment-issued": "amendment-issued",
  "amendment-dropped": "amendment-dropped",
  paused: "deployment-paused",
  resumed: "deployment-resumed",
  completed: "deployment-completed",
  evaluated: "deployment-evaluated",
  closed: "deployment-closed",
  "ended-early": "deployment-ended-early",
};

/** Answers of one side must not reach the other through the log. */
const payloadOf = (event: DeploymentEvent): Readonly<Record<string, unknown>> => {
  if (event.type === "evaluated") return { side: event.evaluation.side };
  const { type: _type, at: _at, ...payload } = event;
  return payload;
};

/** What the log keeps of an event of a deployment. */
export const toLoggedDeployment = (event: DeploymentEvent) => ({
  kind: kinds[event.type],
  payload: payloadOf(event),
});
