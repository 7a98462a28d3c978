import { addDays } from "@alongside/domain/calendar";
import type { Ask } from "@alongside/domain/need";
import type { IsoDate } from "@alongside/domain/school";
import type { Casting } from "./cast.ts";

const modesFor = (area: string): readonly string[] => {
  if (area === "governance") return ["review", "coaching"];
  if (area === "new-head-mentoring") return ["new-head-mentoring"];
  return ["coaching", "modelling-and-team-teaching"];
};

/** The greatest needs are paid for by the partnership; academies and others share in the rest. */
export const fundingFor = ({ band, plan }: Casting): string => {
  if (band === 1) return "local-authority";
  if (band === 2) return "zone-budget";
  return plan.trustCode === null ? "supported-school" : "trust";
};

/** What the head asks for, in the words of the theme. */
export const askOf = (casting: Casting, submitted: IsoDate): Ask => {
  const { plan, theme, halfDays, term, scene, leader, band } = casting;
  const from = addDays(submitted, 10);
  return {
    school: plan.urn,
    framework: "report-card",
    focus: theme.focus,
    why: theme.why,
    wantedOutcome: theme.wanted,
    wantedBy: term.endsOn,
    primaryArea: theme.area,
    otherAreas: theme.other,
    halfDays,
    modes: modesFor(theme.area),
    earliest: from > term.startsOn ? from : term.startsOn,
    fundingSource: fundingFor(casting),
    urgent: band === 1,
    sameTrustWelcome: false,
    preferred:
      scene.forSignIn && leader !== null
        ? [{ leader: leader.personId, privateReason: "Helped us before and the staff trust her" }]
        : [],
    avoided: [],
    sensitiveNote:
      band === 1 ? "The chair of governors does not know yet that we have asked for help." : "",
  };
};
