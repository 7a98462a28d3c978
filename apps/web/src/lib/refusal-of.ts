import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@alongside/api";
import type { Refusal } from "@alongside/domain/refusal";

/** The refusal that an error carries; undefined for a fault or when the server cannot be reached. */
export const refusalOf = (error: unknown): Refusal | undefined =>
  error instanceof TRPCClientError
    ? (error as TRPCClientError<AppRouter>).data?.refusal
    : undefined;
