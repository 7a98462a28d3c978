import type { Write } from "@alongside/db";
import { recordOfferMails } from "@alongside/db/stores/offer";
import type { Area } from "@alongside/db/views/area";
import { listHolders, type ConflictRow } from "@alongside/db/views/conflict";
import { findPerson } from "@alongside/db/views/identity";
import { toId, type PersonId } from "@alongside/domain/identity";
import { instantOf, type Context } from "../context/index.ts";

type Told = {
  readonly area: Area;
  readonly id: string;
  readonly template: "conflict-to-decide" | "conflict-tie-withdrawn" | "conflict-decided";
  /** Of a conflict that was decided: whoever found it and the leader learn of it. */
  readonly row?: Pick<ConflictRow, "personId" | "foundBy">;
};

const recipientsOf = async (tx: Write, { area, template, row }: Told) => {
  if (template !== "conflict-decided" || row === undefined) {
    return listHolders(tx, area.id, ["officer", "partnership-administrator"]);
  }
  const ids = [...new Set([row.personId, toId<PersonId>(row.foundBy)])];
  const people = await Promise.all(ids.map((id) => findPerson(tx, id)));
  return people.flatMap((person) =>
    person === undefined || person.deactivatedAt !== null ? [] : [person],
  );
};

/** Tells those concerned, but the one who did it, where to read more: a mail names no leader, no school and no tie. */
export const sendConflictMails = async (ctx: Context, tx: Write, told: Told): Promise<void> => {
  const { area, id, template } = told;
  const doer = ctx.actor.kind === "person" ? ctx.actor.personId : undefined;
  const path = `/areas/${area.slug}/conflicts/${id}`;
  const mails = (await recipientsOf(tx, told))
    .filter((person) => person.id !== doer)
    .map(({ email, name }) => ({
      id: ctx.newId(),
      areaId: area.id,
      recipient: email,
      template,
      content: { area: area.name, path, name, urgent: "no", due: "" },
      createdAt: instantOf(ctx),
    }));
  await recordOfferMails(tx, mails);
};
