import type { Remit } from "@alongside/domain/meeting";

const groups = {
  primary: "primary schools",
  secondary: "secondary schools",
  special: "special schools and alternative provision",
} as const;

const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** What a body answers for, in words: `primary schools in Harbour and Moor`. */
export const remitWords = (
  { group, zones }: Remit,
  known: readonly { readonly id: string; readonly name: string }[],
): string => {
  const schools = group === null ? "all schools" : groups[group];
  const names = zones.flatMap((id) => known.find((zone) => zone.id === id)?.name ?? []);
  return names.length === 0 ? `${schools} of the area` : `${schools} in ${listed.format(names)}`;
};
