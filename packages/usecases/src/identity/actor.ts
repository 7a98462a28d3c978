import type { Session } from "@alongside/auth";
import type { Read } from "@alongside/db";
import { findRightsOf } from "@alongside/db/views/identity";
import { anonymous, toActor, type Actor } from "@alongside/domain/identity";

/**
 * Who is behind a session, with the grants that hold at this moment: asked anew at every request, so that a right that
 * ended is gone at once. It takes the session, not just the person, because what the session has shown decides too.
 */
export const actorOf = async (
  read: Read,
  session: Pick<Session, "personId" | "secondFactorAt">,
): Promise<Actor> => {
  const rights = await findRightsOf(read, session.personId);
  return rights === undefined
    ? anonymous
    : toActor({ ...rights, secondFactorAt: session.secondFactorAt });
};
