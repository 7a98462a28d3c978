import { createSeal } from "@alongside/auth";
import { openDatabase } from "@alongside/db";
import { commandLine } from "@alongside/domain/identity";
import { deliverMails } from "@alongside/usecases/mail";
import { newId } from "../src/open.ts";
import { carrierFor } from "../src/mail/carrier.ts";

/* A process that dies over its mail: before it hands the mail over, or after that and before it has noted so. */

const [url = "", smtp = "", when = ""] = process.argv.slice(2);
const database = openDatabase({ url });
const carry = carrierFor({ kind: "smtp", url: smtp, from: "Alongside <no-reply@a.example>" });
const die = () => process.kill(process.pid, "SIGKILL");
const { read, write } = database;
await deliverMails(
  { actor: commandLine, requestId: "r1", now: Date.now, newId, read, write },
  {
    seal: createSeal("a secret for tests, of thirty-two characters"),
    origin: "https://alongside.example",
    send: async (mail) => {
      if (when === "after") await carry?.(mail);
      die();
      await new Promise(() => undefined);
    },
  },
);
