const day = 24 * 60 * 60_000;

/** How long a mailed link opens what it is for, in milliseconds. */
export const invitationLasts = 14 * day;
export const resetLasts = 60 * 60_000;

export type LinkReason = "expired" | "used" | "revoked";

/** Times are milliseconds since 1970. */
export type Link = {
  readonly expiresAt: number;
  readonly isUsed: boolean;
  readonly isRevoked: boolean;
};

/** Why a mailed link opens nothing any more; undefined while it does. Opening it is not using it. */
export const whyClosed = (link: Link, now: number): LinkReason | undefined => {
  if (link.isUsed) return "used";
  if (link.isRevoked) return "revoked";
  return link.expiresAt <= now ? "expired" : undefined;
};
