import { describe, expect, it } from "vitest";
import { figureIds } from "./figures.ts";
import { boardSections } from "./section.ts";

describe("the questions of a board", () => {
  it("have each figure under one of them", () => {
    expect(boardSections.flatMap(({ figures }) => figures).toSorted()).toEqual(
      figureIds.toSorted(),
    );
  });
});
