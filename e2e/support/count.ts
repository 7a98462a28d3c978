import type { Page } from "playwright-core";

/** What a person does on their way through a task. */
export type Steps = {
  /** Presses of the mouse or a finger, whatever they hit. */
  readonly presses: () => number;
  /** Addresses that were gone through, in order; one that comes twice in a row counts once. */
  readonly pages: () => readonly string[];
};

const countPresses = `addEventListener("pointerdown", () => pressed(), true)`;

/** Counts from now on: presses and pages of this one browser page. */
export const countSteps = async (page: Page): Promise<Steps> => {
  let presses = 0;
  const pages = [new URL(page.url()).pathname];
  await page.exposeFunction("pressed", () => {
    presses += 1;
  });
  await page.addInitScript(countPresses);
  await page.evaluate(countPresses);
  page.on("framenavigated", (frame) => {
    const path = new URL(frame.url()).pathname;
    if (frame === page.mainFrame() && pages.at(-1) !== path) pages.push(path);
  });
  return { presses: () => presses, pages: () => pages };
};
