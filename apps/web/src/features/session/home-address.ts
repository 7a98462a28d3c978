import { inArea } from "../../app/area.ts";
import type { useSession } from "../../app/session.ts";
import { roleWords } from "./role-words.ts";

export type SessionNow = NonNullable<ReturnType<typeof useSession>["data"]>;
export type HomeNow = SessionNow["homes"][number];

/** Only an address inside the product is a place to go back to. */
export const safeReturn = (from: unknown): string =>
  typeof from === "string" && /^\/(?![/\\])/.test(from) ? from : "/";

const pages: Readonly<Record<HomeNow["page"], string>> = {
  queue: "/queue",
  school: "",
  administration: "",
  leader: "",
  organisation: "",
  board: "",
  instance: "",
};

/** Where a home begins. */
export const addressOf = ({ page, area, organisationId }: HomeNow): string => {
  if (area === null) return page === "instance" ? "/operate/areas" : "/places";
  const below = organisationId === null ? pages[page] : `/organisations/${organisationId}`;
  return inArea(area, page === "organisation" ? below : pages[page]);
};

/** A home in words: 'Head, Alder School'. The area is named where the person plays parts in several. */
export const homeWords = (home: HomeNow, session: SessionNow): string => {
  const area = session.areas.find(({ slug }) => slug === home.area)?.name;
  const parts = [roleWords[home.role], home.place];
  const isNamed = home.place === null || session.areas.length > 1;
  return [...parts, isNamed ? area : undefined].filter((part) => part).join(", ");
};
