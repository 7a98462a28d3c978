import { recordEntries } from "@alongside/db/stores/ledger";
import type { Write } from "@alongside/db";
import type { Instant } from "@alongside/domain/calendar";
import type { LedgerEntry } from "@alongside/domain/capacity";
import type { PersonId } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import type { Context } from "@alongside/usecases/context";
import type { DemonstrationArea } from "../area.ts";

type Doer = { readonly by: PersonId | null; readonly onBehalfOf: Urn | null };
type Step = Doer & { readonly command: { readonly at: Instant } };

const keyOf = (id: string | null, at: Instant): string => `${id} ${at}`;

const stepsOf = (id: string, steps: readonly Step[]): readonly (readonly [string, Doer])[] =>
  steps.map((step) => [keyOf(id, step.command.at), step] as const);

/** Who did what at which moment, by the offer, agreement or visit that it was about. */
const doersIn = ({ history }: DemonstrationArea): ReadonlyMap<string, Doer> =>
  new Map([
    ...history.offers.flatMap(({ beginning, steps }) => stepsOf(beginning.id, steps)),
    ...history.deployments.flatMap(({ beginning, steps, visits }) => [
      ...stepsOf(beginning.id, steps),
      ...visits.flatMap((visit) => [
        [keyOf(visit.beginning.id, visit.begunAt), visit.begunBy] as const,
        ...stepsOf(visit.beginning.id, visit.steps),
      ]),
    ]),
  ]);

const reasons: Partial<Readonly<Record<LedgerEntry["movement"], string>>> = {
  publish: "Days promised for the term",
  withdraw: "Own school expects an inspection",
};

/** The history of a day is told by who did it: the books of all lines, entry for entry. */
export const loadLedgers = async (
  ctx: Context,
  tx: Write,
  area: DemonstrationArea,
): Promise<void> => {
  const doers = doersIn(area);
  const leaderOf = new Map(area.history.capacityLines.map(({ line }) => [line.id, line.leader]));
  for (const { lineId, entries } of area.history.ledgers) {
    const ofLeader: Doer = { by: leaderOf.get(lineId) ?? null, onBehalfOf: null };
    for (const entry of entries) {
      const about = entry.visit ?? entry.deployment ?? entry.offer;
      const known = doers.get(keyOf(entry.visit ?? entry.deployment, entry.at));
      const doer = about === null ? ofLeader : (known ?? doers.get(keyOf(entry.offer, entry.at)));
      const trace = {
        at: entry.at,
        actor: doer?.by ?? "command-line",
        onBehalfOf: doer?.onBehalfOf ? `school ${doer.onBehalfOf}` : undefined,
        requestId: ctx.requestId,
      };
      const reason = reasons[entry.movement] ?? null;
      await recordEntries(tx, { lineId, entries: [entry], trace, reason });
    }
  }
};
