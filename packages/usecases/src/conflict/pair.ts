import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listSchoolsOfPeople } from "@alongside/db/views/conflict";
import { toId, type PersonId } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import { refuse, todayOf, type Context } from "../context/index.ts";
import {
  conflictsOfPair,
  blockingConflicts,
  readConflictBook,
  type Pairing,
  type StandingConflict,
} from "./book.ts";

export type Pair = {
  readonly area: Pick<Area, "id">;
  readonly leader: PersonId;
  readonly homeUrn: Urn;
  readonly urn: Urn;
  /** Who brokers: the sender of the offer, as the record names them. */
  readonly madeBy: string;
  /** For a leader who does not know the school yet: the ground would name it. */
  readonly isAnonymised?: boolean;
};

const pairingOf = async (ctx: Context, read: Read, pair: Pair): Promise<Pairing> => {
  const { area, leader, homeUrn: home, urn: school, madeBy } = pair;
  const parts = await listSchoolsOfPeople(read, area.id, [toId<PersonId>(madeBy)]);
  const coordinatorSchools = parts.flatMap(({ urn }) => (urn === null ? [] : [urn]));
  return { on: todayOf(ctx), leader, home, school, coordinatorSchools };
};

/** The conflicts of a leader and a school as they stand today. */
export const standingConflicts = async (
  ctx: Context,
  read: Read,
  pair: Pair,
): Promise<readonly StandingConflict[]> =>
  conflictsOfPair(
    await readConflictBook(read, pair.area.id, pair.urn),
    await pairingOf(ctx, read, pair),
  );

/** Goes on where no conflict stands in the way; refuses `conflict-blocks` otherwise. */
export const requireNoConflict = async (ctx: Context, read: Read, pair: Pair): Promise<void> => {
  const book = await readConflictBook(read, pair.area.id, pair.urn);
  const found = blockingConflicts(book, await pairingOf(ctx, read, pair));
  if (found.length > 0) {
    const grounds = pair.isAnonymised === true ? [] : found.map(({ ground }) => ground.kind);
    refuse({ kind: "conflict-blocks", grounds });
  }
};
