import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";
import type { Refusal } from "@alongside/domain/refusal";

const statuses: Partial<Record<Refusal["kind"], TRPC_ERROR_CODE_KEY>> = {
  "sign-in-required": "UNAUTHORIZED",
  "not-found": "NOT_FOUND",
  "not-allowed": "FORBIDDEN",
  "invalid-input": "BAD_REQUEST",
};

/** The status of a refusal: a conflict with how things stand, unless it is one of the few that HTTP names. */
export const statusOf = (refusal: Refusal): TRPC_ERROR_CODE_KEY =>
  statuses[refusal.kind] ?? "CONFLICT";
