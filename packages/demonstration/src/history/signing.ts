import { addDays, workingDaysAfter, type Instant } from "@alongside/domain/calendar";
import { signatories, type Signatory } from "@alongside/domain/deployment";
import { personNamed } from "../person/index.ts";
import { at } from "../random.ts";
import { hashOf, termsOf } from "./agreement.ts";
import { isAmended } from "./casting.ts";
import {
  schoolPart,
  type DeploymentSetting as Setting,
  type DeploymentStep as Step,
} from "./deployment-setting.ts";
import { momentOn, workingDayUntil } from "./moment.ts";
import { agreementDays, momentAt, ordinals, pivotOf } from "./timeline.ts";

const partOf = ({ casting, leader }: Setting, signatory: Signatory) => {
  if (signatory === "supported-head") return schoolPart(casting);
  return {
    by: signatory === "leader" ? leader.personId : leader.homeHeadId,
    onBehalfOf: null,
  };
};

const signature = (
  setting: Setting,
  signatory: Signatory,
  version: { readonly at: Instant; readonly hash: string },
): Step => {
  const part = partOf(setting, signatory);
  const typedName = personNamed(part.by);
  const onBehalf = part.onBehalfOf === null ? null : "The signed paper copy is in the zone’s files";
  const signed = { type: "sign", signatory, person: part.by, typedName, onBehalf } as const;
  return { ...part, command: { ...signed, ...version } };
};

/** The leader signs first, then the home school, then the supported school. */
const order = [signatories[1], signatories[2], signatories[0]] as const;

/** The agreement goes out and is signed, as far as the scene goes. */
export const beginningSteps = (setting: Setting): readonly Step[] => {
  const { casting, today, terms } = setting;
  if (casting.scene.stage === "drafting") return [];
  const pivot = pivotOf(casting, today);
  const hash = hashOf(terms);
  const issued = momentAt(addDays(pivot, agreementDays.issue), ordinals.issue);
  const signed = casting.scene.stage === "awaiting-signatures" ? order.slice(0, 1) : order;
  return [
    { by: casting.coordinatorId, onBehalfOf: null, command: { type: "issue", at: issued, hash } },
    ...signed.map((signatory, index) => {
      const on = addDays(pivot, at(agreementDays.sign, index));
      return signature(setting, signatory, { at: momentAt(on, ordinals.sign + index), hash });
    }),
  ];
};

/** The moment of the third signature, if it has come. */
export const inForceAt = (steps: readonly Step[]): Instant | null =>
  steps.filter(({ command }) => command.type === "sign").length >= 3
    ? (steps.at(-1)?.command.at ?? null)
    : null;

/** One more day, asked for after the first visit and signed by all three. */
export const amendmentSteps = (setting: Setting): readonly Step[] => {
  const { casting, leader, today, visits, terms } = setting;
  const first = visits[0];
  if (!isAmended(casting.scene) || first === undefined) return [];
  const on = workingDaysAfter(first.date, 4);
  if (workingDaysAfter(on, 2) >= today) return [];
  const grown = termsOf(casting, leader, { on: workingDayUntil(on), halfDays: terms.halfDays + 2 });
  const hash = hashOf(grown);
  const issued: Step = {
    by: casting.coordinatorId,
    onBehalfOf: null,
    command: { type: "amend", at: momentOn(on, 600), terms: grown, hash },
  };
  return [
    issued,
    ...order.map((signatory, index) =>
      signature(setting, signatory, {
        at: momentOn(workingDaysAfter(on, 1), 620 + index * 30),
        hash,
      }),
    ),
  ];
};
