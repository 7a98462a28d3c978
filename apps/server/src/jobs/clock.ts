import type { Auth } from "@alongside/auth";
import { commandLine } from "@alongside/domain/identity";
import { lapseCapacity } from "@alongside/usecases/capacity";
import { sweepIdentity } from "@alongside/usecases/identity";
import { askFollowUps, raiseAlerts } from "@alongside/usecases/impact";
import { sendReminders, sendSummaries } from "@alongside/usecases/mail";
import { remindOfActions } from "@alongside/usecases/meeting";
import { expireOffers } from "@alongside/usecases/offer";
import { anchorLog, sweepReplies, verifyDaily } from "@alongside/usecases/operations";
import { remindOfNotes } from "@alongside/usecases/visit";
import type { Logger } from "pino";
import type { Product } from "../open.ts";
import type { Job } from "./repeat.ts";

/** What happens because its time has come: offers expire, promises lapse, what has run out is swept away. */
export const clockJob = (
  product: Product,
  given: { readonly auth: Auth; readonly log: Logger },
): Job => ({
  name: "clock",
  pause: 60_000,
  log: given.log,
  round: async () => {
    const ctx = { ...product.contextFor(commandLine), auth: given.auth };
    const { expired } = await expireOffers(ctx);
    const { lapsed, freed } = await lapseCapacity(ctx);
    const { reminded } = await sendReminders(ctx);
    const { reminded: ofNotes } = await remindOfNotes(ctx);
    const { reminded: ofActions } = await remindOfActions(ctx);
    const { asked } = await askFollowUps(ctx);
    const { raised } = await raiseAlerts(ctx);
    const { summaries } = await sendSummaries(ctx);
    const swept =
      (await sweepIdentity({ ...ctx, sessionId: undefined })) + (await sweepReplies(ctx));
    const anchored = await anchorLog(ctx);
    const { verified, faults } = await verifyDaily(ctx);
    return {
      expired,
      lapsed,
      freed,
      reminded: reminded + ofNotes + ofActions,
      summaries,
      asked,
      raised,
      swept,
      anchored,
      verified,
      faults,
    };
  },
});
