import type { IsoDate } from "@alongside/domain/school";
import { leadersOn } from "../leader/index.ts";
import { capacityLinesOn, lineIdOf, type DemonstrationCapacityLine } from "./capacity.ts";
import type { Casting } from "./cast.ts";
import { castingsOn } from "./casting.ts";
import { deploymentOf, type DemonstrationDeployment } from "./deployment.ts";
import { followUpsOf, readingsOf } from "./impact.ts";
import { ledgersOf } from "./ledger.ts";
import { needOf } from "./need.ts";
import { offersOf } from "./offer.ts";
import type { Diary } from "./visit-plan.ts";

type Given = {
  readonly today: IsoDate;
  readonly lines: readonly DemonstrationCapacityLine[];
  readonly diary: Diary;
};

const supplyFor = ({ leader, term }: Casting, lines: Given["lines"]) =>
  leader === null
    ? undefined
    : lines.find(({ line }) => line.id === lineIdOf(leader.personId, term))?.line.supply;

const endOf = (deployment: DemonstrationDeployment | undefined) => {
  if (deployment?.record.state === "closed") return deployment.record.closedAt;
  return deployment?.record.state === "ended-early" ? deployment.record.endedAt : null;
};

const tell = (casting: Casting, given: Given & { readonly others: readonly Casting[] }) => {
  const { today, lines, diary, others } = given;
  const offers = offersOf(casting, today);
  const supply = supplyFor(casting, lines);
  const deployment = supply && deploymentOf(casting, offers.at(-1), { today, supply, diary });
  const need = needOf({ casting, today, offers, endedAt: endOf(deployment), others });
  return { casting, need, offers, deployment };
};

/** Needs with their offers and what came of them, the days behind them, and what was read afterwards. */
export const storyOn = (today: IsoDate) => {
  const lines = capacityLinesOn(today, leadersOn(today));
  const others = castingsOn(today);
  const diary: Diary = new Set();
  const told = others.map((casting) => tell(casting, { today, lines, diary, others }));
  const offers = told.flatMap((one) => one.offers);
  const work = told.flatMap(({ casting, deployment }) =>
    deployment === undefined ? [] : [{ casting, deployment }],
  );
  const deployments = work.map(({ deployment }) => deployment);
  return {
    capacityLines: lines,
    ledgers: ledgersOf(lines, offers, deployments),
    needs: told.map(({ need }) => need),
    offers,
    deployments,
    readings: work.flatMap(({ casting, deployment }) => readingsOf(casting, deployment)),
    followUps: work.flatMap(({ casting, deployment }) => followUpsOf(casting, deployment, today)),
  };
};
