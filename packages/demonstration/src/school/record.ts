import type { SchoolDetails, SchoolRecord } from "@alongside/domain/school";
import { randomFrom } from "../random.ts";
import { streets } from "../words/school-words.ts";
import type { Kind, SchoolPlan } from "./plan.ts";
import {
  agesOf,
  openReasonOf,
  phaseOf,
  religionOf,
  settingOf,
  sixthFormOf,
  typeGroupOf,
  typeOf,
} from "./register-words.ts";
import { trusts } from "./trust.ts";
import { demonstrationAuthority } from "./urn.ts";

const numberSeries: Readonly<Record<Kind, number>> = {
  nursery: 1000,
  infant: 2000,
  junior: 2000,
  primary: 2000,
  secondary: 4000,
  "all-through": 6900,
  "sixth-form": 8000,
  special: 7000,
  pru: 1100,
  "alternative-provision": 1100,
};

/** The last three digits of an invented URN are its own, so no two schools of a series share a number. */
const establishmentNumber = ({ kind, urn }: SchoolPlan): string =>
  String(numberSeries[kind] + (urn % 1000));

/** The name as it can stand in an address of the reserved `example` domain. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("church of england", "ce")
    .replaceAll(/[’']/gu, "")
    .replaceAll(/[^a-z]+/gu, "-");

const letters = "ABDEFGHJLNPQRSTUWXYZ";

const addressOf = (plan: SchoolPlan) => {
  const random = randomFrom(`address:${plan.name}`);
  const letter = (): string => letters.charAt(random.whole(0, letters.length - 1));
  const isVillage = plan.settlement.kind === "village";
  return {
    street: isVillage
      ? random.pick(["The Green", "Church Lane", "Main Street"])
      : random.pick(streets),
    locality: isVillage ? plan.settlement.name : null,
    address3: null,
    town: isVillage ? "Tarrowbridge" : plan.settlement.name,
    county: "Larkenshore",
    postcode: `${plan.settlement.outward} ${random.whole(1, 9)}${letter()}${letter()}`,
  };
};

const trustNameOf = (code: string | null): string | null =>
  trusts.find((trust) => trust.groupUid === code)?.groupName ?? null;

/** Ofcom keeps 01632 960000 to 960999 for fiction: the last three digits of the URN fit there. */
const contactOf = (plan: SchoolPlan) => ({
  website: `https://www.${slugOf(plan.name)}.example`,
  telephone: `01632960${String(plan.urn % 1000).padStart(3, "0")}`,
});

const placeOf = (plan: SchoolPlan) => ({
  region: "Seaward",
  district: demonstrationAuthority.name,
  ward: plan.settlement.name,
  urbanRural: plan.settlement.kind === "town" ? "Urban city and town" : "Rural village",
  easting: plan.point[0],
  northing: plan.point[1],
});

const peopleOf = (plan: SchoolPlan) => ({
  boarders: "No boarders",
  gender: "Mixed",
  admissionsPolicy: plan.kind === "secondary" ? "Non-selective" : "Not applicable",
  pupils: plan.pupils,
  capacity: plan.capacity,
  percentageFsm: plan.fsm,
});

const faithOf = (plan: SchoolPlan) => ({
  religiousCharacter: religionOf(plan),
  diocese: plan.faith === "none" ? null : "Diocese of Larkenshore",
});

const characterOf = (plan: SchoolPlan) => {
  const [lowAge, highAge] = agesOf(plan);
  return {
    establishmentNumber: establishmentNumber(plan),
    type: typeOf(plan.kind, plan.governance),
    typeGroup: typeGroupOf(plan.kind, plan.governance),
    openReason: openReasonOf(plan.governance),
    openDate: plan.opened,
    closeReason: null,
    closeDate: null,
    lowAge,
    highAge,
    sixthForm: sixthFormOf(plan.kind, highAge),
  };
};

/** The school as a full GIAS extract would state it, every column present. */
export const toRecord = (plan: SchoolPlan): SchoolRecord & SchoolDetails => ({
  urn: plan.urn,
  laCode: demonstrationAuthority.code,
  laName: demonstrationAuthority.name,
  name: plan.name,
  status: "open",
  phase: phaseOf(plan.kind),
  setting: settingOf(plan.kind),
  ...characterOf(plan),
  ...faithOf(plan),
  ...peopleOf(plan),
  ...addressOf(plan),
  ...contactOf(plan),
  ...placeOf(plan),
  ukprn: `99${String(plan.urn)}`,
  trustCode: plan.trustCode,
  trustName: trustNameOf(plan.trustCode),
  federation: null,
});
