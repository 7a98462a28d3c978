import { addDays, endOfLondonDay, londonDateOf } from "@alongside/domain/calendar";
import {
  emptyBalances,
  post,
  type Balances,
  type CapacityLineId,
  type LedgerEntry,
  type Movement,
} from "@alongside/domain/capacity";
import type { DeploymentCommand, DeploymentId } from "@alongside/domain/deployment";
import { answerDue } from "@alongside/domain/offer";
import type { DemonstrationCapacityLine } from "./capacity.ts";
import type { DemonstrationDeployment } from "./deployment.ts";
import type { DemonstrationOffer } from "./offer.ts";
import type { DemonstrationVisit } from "./visit.ts";

/** The book of one capacity line: what was posted, the entries that came of it and where they leave the line. */
export type DemonstrationLedger = {
  readonly lineId: CapacityLineId;
  readonly movements: readonly Movement[];
  readonly entries: readonly LedgerEntry[];
  readonly accounts: Balances["accounts"];
};

/** Days stay held while an agreement is being signed. */
const daysToSign = 28;

const isYes = (type: string): boolean => type === "accept" || type === "release";

/** A hold is renewed by every yes and ends with a no; one that nobody answered ends at its last instant. */
const offerMovements = ({ steps, beginning }: DemonstrationOffer): readonly Movement[] => {
  const { id: offer, halfDays, urgent } = beginning;
  return steps.map(({ command: { type, at } }, index): Movement => {
    const until = answerDue(at, urgent);
    if (type === "send") return { type: "hold", at, offer, halfDays, window: "any", until };
    if (isYes(type)) return { type: "renew-hold", at, offer, until };
    if (type === "confirm") {
      const signedBy = endOfLondonDay(addDays(londonDateOf(at), daysToSign));
      return { type: "renew-hold", at, offer, until: signedBy };
    }
    const asked = steps[index - 1]?.command.at ?? at;
    return { type: "release-hold", at: type === "expire" ? answerDue(asked, urgent) : at, offer };
  });
};

const commitment = ({ beginning, visits, steps }: DemonstrationDeployment): readonly Movement[] => {
  const at = steps.filter(({ command }) => command.type === "sign")[2]?.command.at;
  if (at === undefined || visits.length === 0) return [];
  const { id: deployment, offer, terms } = beginning;
  return [{ type: "commit", at, offer, deployment, halfDays: terms.halfDays }];
};

const visitMovements = ({ beginning, begunAt, steps }: DemonstrationVisit): readonly Movement[] => {
  const { id: visit, deployment, halfDays } = beginning;
  return [
    { type: "book", at: begunAt, deployment, visit, halfDays },
    ...steps.flatMap(({ command: { type, at } }): readonly Movement[] => {
      if (type === "do") return [{ type: "deliver", at, visit, halfDays }];
      return type === "cancel" ? [{ type: "unbook", at, visit }] : [];
    }),
  ];
};

const deliveredOf = ({ visits }: DemonstrationDeployment): number =>
  visits
    .filter(({ steps }) => steps.some(({ command }) => command.type === "do"))
    .reduce((sum, { beginning }) => sum + beginning.halfDays, 0);

/** Days that end with the work are given up; those of work that ended early are the leader's again. */
const lettingGo = (
  deployment: DeploymentId,
  halfDays: number,
  { type, at }: DeploymentCommand,
): Movement =>
  type === "end-early"
    ? { type: "amend", at, deployment, change: 0 - halfDays }
    : { type: "release", at, deployment, halfDays };

/** An amendment in force moves the book by what it adds; work that ends gives up what it did not use. */
const laterMovements = (deployment: DemonstrationDeployment): readonly Movement[] => {
  const { beginning, steps } = deployment;
  const signed = steps.filter(({ command }) => command.type === "sign")[5];
  const grown = steps.flatMap(({ command }) =>
    command.type === "amend" ? command.terms.halfDays : [],
  )[0];
  const change = signed === undefined || grown === undefined ? 0 : grown - beginning.terms.halfDays;
  const ended = steps.find(({ command: { type } }) => type === "complete" || type === "end-early");
  const left = beginning.terms.halfDays + change - deliveredOf(deployment);
  const { id } = beginning;
  return [
    ...(signed === undefined || change === 0
      ? []
      : [{ type: "amend", at: signed.command.at, deployment: id, change } as const]),
    ...(ended === undefined || left === 0 ? [] : [lettingGo(id, left, ended.command)]),
  ];
};

/** Posts in the order of time; a movement that the rules refuse is a mistake of this package and stops everything. */
const posted = (lineId: CapacityLineId, movements: readonly Movement[]): DemonstrationLedger => {
  const start: { balances: Balances; entries: readonly LedgerEntry[] } = {
    balances: emptyBalances,
    entries: [],
  };
  const end = movements.reduce(({ balances, entries }, movement) => {
    const posting = post(balances, movement);
    if (!posting.ok) {
      throw new Error(`${lineId} ${JSON.stringify(movement)}: ${JSON.stringify(posting.refusal)}`);
    }
    return { balances: posting.value.balances, entries: [...entries, ...posting.value.entries] };
  }, start);
  return { lineId, movements, entries: end.entries, accounts: end.balances.accounts };
};

const byTime = (one: Movement, other: Movement): number =>
  one.at === other.at ? 0 : one.at < other.at ? -1 : 1;

const publication = ({ line, published }: DemonstrationCapacityLine): readonly Movement[] => {
  if (published === null) return [];
  const { halfDays } = published;
  const all = { halfDays, early: halfDays, late: halfDays };
  const publish = { type: "publish", at: published.at, ...all } as const;
  return line.state === "withdrawn"
    ? [publish, { type: "withdraw", at: line.withdrawnAt, ...all }]
    : [publish];
};

/** The books of all lines. Every half-day is held, committed, booked and delivered at its moment, and never twice. */
export const ledgersOf = (
  lines: readonly DemonstrationCapacityLine[],
  offers: readonly DemonstrationOffer[],
  deployments: readonly DemonstrationDeployment[],
): readonly DemonstrationLedger[] =>
  lines.map((capacity) => {
    const { id } = capacity.line;
    const own = offers.filter(({ beginning }) => beginning.line === id);
    const ownIds = new Set(own.map(({ beginning }) => beginning.id));
    const work = deployments.filter(({ beginning }) => ownIds.has(beginning.offer));
    const movements = [
      ...publication(capacity),
      ...own.flatMap(offerMovements),
      ...work.flatMap(commitment),
      ...work.flatMap(({ visits }) => visits.flatMap(visitMovements)),
      ...work.flatMap(laterMovements),
    ];
    return posted(id, movements.toSorted(byTime));
  });
