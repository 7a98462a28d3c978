import { describe, expect, it } from "vitest";
import { commands, deployments, reach, states } from "./examples.ts";
import { deploymentCommands, deploymentTransitions } from "./index.ts";

/* Whether an amendment is open decides these; deployment.test.ts says when each is refused. */
const byAmendment = ["amendment-open", "no-amendment", "nothing-to-sign"];

describe("every state of a deployment meets every command", () => {
  for (const state of states) {
    for (const type of deploymentCommands) {
      const listed = deploymentTransitions[state][type];
      it(`${state} × ${type}: ${listed.join(" or ") || "refused"}`, () => {
        const reached = deployments[state]
          .map((deployment) => reach(deployment, commands[type]))
          .filter((end) => !byAmendment.includes(end));
        const wanted = listed.length > 0 ? listed : [`deployment ${state} refuses ${type}`];
        expect(new Set(reached)).toEqual(new Set(wanted));
      });
    }
  }
});
