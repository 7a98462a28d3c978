import { accepted, refused, type Result } from "../result/index.ts";
import { type AgreementVersion, missingSignatories } from "./agreement.ts";
import type { DeploymentCommand, DeploymentEvent, DeploymentRefusal } from "./command.ts";

type Sign = Extract<DeploymentCommand, { readonly type: "sign" }>;

const faultOf = (version: AgreementVersion, command: Sign): DeploymentRefusal | undefined => {
  const { number, hash, signatures } = version;
  const earlier = signatures.find(({ signatory }) => signatory === command.signatory);
  if (command.hash !== hash) return { kind: "another-version", number, hash };
  if (earlier) return { kind: "already-signed", signatory: earlier.signatory, at: earlier.at };
  if (command.typedName.trim() === "") return { kind: "words-needed", field: "typedName" };
  return command.onBehalf?.trim() === "" ? { kind: "words-needed", field: "onBehalf" } : undefined;
};

/**
 * Three sign, each once and each the very version that they read; with the third it is in force
 * (Product rules, §2: deployment). `inForce` is how many half-days were in force before.
 */
export const signVersion = (
  version: AgreementVersion,
  command: Sign,
  inForce: number,
): Result<DeploymentEvent, DeploymentRefusal> => {
  const fault = faultOf(version, command);
  if (fault) return refused(fault);
  const { at, signatory, person, typedName, onBehalf } = command;
  const signature = { signatory, person, typedName, at, onBehalf };
  const { number, terms } = version;
  return missingSignatories(version).length === 1
    ? accepted({ type: "in-force", at, signature, number, change: terms.halfDays - inForce })
    : accepted({ type: "signed", at, signature, number });
};
