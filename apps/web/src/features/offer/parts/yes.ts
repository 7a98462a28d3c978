import type { OfferPage } from "../data.ts";

export type Yes = "accept" | "release" | "confirm";

export const yesWords: Readonly<Record<Yes, { readonly label: string; readonly after: string }>> = {
  accept: { label: "Accept the offer", after: "You accepted the offer" },
  release: { label: "Release the leader", after: "You released the leader" },
  confirm: { label: "Confirm the support", after: "You confirmed the support" },
};

/** The yes that the person at the screen may say now. */
export const yesOf = ({ may }: OfferPage): Yes | undefined => {
  if (may.accept) return "accept";
  if (may.release) return "release";
  return may.confirm ? "confirm" : undefined;
};
