import { createHash } from "node:crypto";
import { canonicalTerms, type AgreementTerms } from "@alongside/domain/deployment";

/** What three people sign: SHA-256 of the canonical terms, in hexadecimal. */
export const hashOfTerms = (terms: AgreementTerms): string =>
  createHash("sha256").update(canonicalTerms(terms)).digest("hex");
