import type { ConflictGround } from "@alongside/domain/conflict";
import { counted, toDateWords } from "../words/index.ts";

/** A conflict of interest in words. `coordinators` says whose the coordinator’s schools are: to the coordinator, `your own`. */
export const conflictWords = (
  ground: ConflictGround,
  coordinators: "your own" | "the coordinator’s own",
): string => {
  switch (ground.kind) {
    case "same-trust":
      return "both schools are of one trust";
    case "same-governors":
      return `${counted(ground.governors.length, "person governs", "people govern")} both schools`;
    case "past-employment":
      return "the leader has worked at the school";
    case "reciprocal-support":
      return `this school’s leader supported the leader’s own school, last on ${toDateWords(ground.lastOn)}`;
    case "coordinators-own-school":
      return `one of the schools is ${coordinators}`;
    case "declared":
      return ground.text;
  }
};
