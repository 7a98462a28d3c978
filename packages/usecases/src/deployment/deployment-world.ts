import { dateOf } from "@alongside/domain/calendar";
import { toDeploymentId, type DeploymentId } from "@alongside/domain/deployment";
import type { Context } from "../context/index.ts";
import { acceptOffer, confirmOffer, releaseForOffer, sendOffer } from "../offer/index.ts";
import { openMatchWorld, type MatchLeader, type MatchWorld } from "../shortlist/match-world.ts";
import {
  getDeployment,
  issueAgreement,
  reviseAgreement,
  signAgreement,
  type Signing,
  type TermsInput,
} from "./index.ts";

/** Whole terms: twelve half-days, one objective, one source. */
export const wholeTerms: TermsInput = {
  objectives: [
    {
      text: "More children reach the phonics standard",
      measure: { code: "phonics-expected", label: "", unit: "", direction: "down" },
      baseline: { value: 62, date: dateOf(2025, 7, 1), source: "Phonics screening check" },
      target: { value: 75, by: dateOf(2026, 7, 1) },
    },
  ],
  halfDays: 12,
  from: dateOf(2026, 3, 16),
  to: dateOf(2026, 3, 27),
  pattern: "A half-day on most Mondays and Tuesdays",
  roles: "The leader coaches; the head frees teachers",
  confidentiality: "Between the two schools and the coordinator",
  funding: [{ source: "zone-budget", halfDays: 12, pencePerDay: 45_000, brokerageShare: 15 }],
  exitStrategy: "The phonics lead carries on",
};

type Seen = { readonly id: DeploymentId; readonly version: number };

/** For tests alone: a world with a leader whose offer all sides have confirmed. */
export type DeploymentWorld = MatchWorld & {
  readonly lena: MatchLeader;
  readonly drafted: Seen;
  /** The deployment as its coordinator sees it. */
  readonly page: () => ReturnType<typeof getDeployment>;
  readonly seen: () => Promise<Seen>;
  /** Writes whole terms and sends them out to be signed. */
  readonly issued: (changes?: Partial<TermsInput>) => Promise<Seen>;
  /** One side signs what is out, in the own name. */
  readonly sign: (signatory: Signing["signatory"], more?: Partial<Signing>) => Promise<unknown>;
  /** Issued and signed by all three. */
  readonly inForce: () => Promise<Seen>;
};

const onlyDeployment = async ({ database }: MatchWorld): Promise<Seen> => {
  const { rows } = await database.client.execute("SELECT id, version FROM deployments");
  const [row] = rows;
  if (row === undefined) throw new Error("there is no deployment");
  return { id: toDeploymentId(String(row["id"])), version: Number(row["version"]) };
};

const confirmed = async (world: MatchWorld, lena: MatchLeader): Promise<Seen> => {
  const { area, coordinator, head, homeHead } = world;
  const need = await world.openedNeed();
  const asked = { halfDays: 12, note: "", overrideReason: "", leader: lena.personId };
  const sent = await sendOffer(coordinator, area, {
    needId: need.id,
    version: need.version,
    ...asked,
  });
  const accepted = await acceptOffer(lena.ctx, area, sent);
  const released = await releaseForOffer(homeHead, area, accepted);
  await confirmOffer(head, area, released);
  return onlyDeployment(world);
};

export const openDeploymentWorld = async (): Promise<DeploymentWorld> => {
  const world = await openMatchWorld();
  const { area, coordinator } = world;
  const lena = await world.addLeader("Lena");
  const drafted = await confirmed(world, lena);
  const { id } = drafted;
  const page = () => getDeployment(coordinator, area, id);
  const seen = () => onlyDeployment(world);
  const issued: DeploymentWorld["issued"] = async (changes) => {
    const terms = { ...wholeTerms, ...changes };
    await reviseAgreement(coordinator, area, { ...(await seen()), terms });
    await issueAgreement(coordinator, area, await seen());
    return seen();
  };
  const signers: Readonly<Record<Signing["signatory"], Context>> = {
    "supported-head": world.head,
    leader: lena.ctx,
    "home-school-head": world.homeHead,
  };
  const sign: DeploymentWorld["sign"] = async (signatory, more) => {
    const { versions } = await page();
    const ctx = signers[signatory];
    const typedName = ctx.actor.kind === "person" ? ctx.actor.name : "";
    const hash = versions[0]?.hash ?? "";
    return signAgreement(ctx, area, { id, signatory, typedName, hash, ...more });
  };
  const inForce = async () => {
    await issued();
    await sign("leader");
    await sign("home-school-head");
    await sign("supported-head");
    return seen();
  };
  return { ...world, lena, drafted, page, seen, issued, sign, inForce };
};
