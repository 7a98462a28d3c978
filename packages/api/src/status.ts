import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";
import type { Refusal } from "@alongside/domain/refusal";

type Status = {
  readonly code: TRPC_ERROR_CODE_KEY;
  readonly http: 400 | 401 | 403 | 404 | 409 | 429;
};

const conflict: Status = { code: "CONFLICT", http: 409 };

const statuses: Partial<Record<Refusal["kind"], Status>> = {
  "sign-in-required": { code: "UNAUTHORIZED", http: 401 },
  "not-found": { code: "NOT_FOUND", http: 404 },
  "not-allowed": { code: "FORBIDDEN", http: 403 },
  "invalid-input": { code: "BAD_REQUEST", http: 400 },
  "too-many-attempts": { code: "TOO_MANY_REQUESTS", http: 429 },
};

/** The status of a refusal: a conflict with how things stand, unless it is one of the few that HTTP names. */
export const statusOf = (refusal: Refusal): Status => statuses[refusal.kind] ?? conflict;
