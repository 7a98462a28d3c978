import type { Refusal } from "@alongside/domain/refusal";
import type { Result } from "@alongside/domain/result";

/** The one error of the product: a refusal on its way out of a transaction, which it rolls back. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

export const refuse = (refusal: Refusal): never => {
  throw new RefusedError(refusal);
};

/** The value of a decision, or its refusal thrown. */
export const orRefuse = <Value>(result: Result<Value, Refusal>): Value =>
  result.ok ? result.value : refuse(result.refusal);

/** A record that was looked up: another's record and no record answer alike. */
export const found = <Value>(value: Value | undefined | null): Value =>
  value === undefined || value === null ? refuse({ kind: "not-found" }) : value;

/** Goes on when the policy allows it. */
export const authorise = (allowed: boolean): void => {
  if (!allowed) refuse({ kind: "not-allowed" });
};
