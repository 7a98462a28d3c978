import * as highsModule from "highs";
import { entry, flagAt, whole } from "../src/solve/cells.ts";
import { buildModel, earlyWindow, lateWindow, type Model } from "../src/solve/model.ts";
import type { Problem } from "../src/problem.ts";

export type OracleAnswer = {
  readonly servedByBand: readonly number[];
  readonly fit: number;
  readonly proved: boolean;
  readonly ms: number;
};

type Highs = {
  readonly solve: (
    text: string,
    options: Readonly<Record<string, unknown>>,
  ) => { readonly Status: string; readonly ObjectiveValue: number };
};

/** Guarantee: the package's ES module exports its loader as the default, though its types say otherwise. */
const loadHighs = async (): Promise<Highs> => {
  const load = highsModule.default as unknown as () => Promise<Highs>;
  return load();
};

const sumOf = (terms: readonly (readonly [number, number])[]): string =>
  terms.length === 0
    ? "0 x0"
    : terms.map(([by, item]) => `${by < 0 ? "-" : "+"} ${Math.abs(by)} x${item}`).join("\n ");

const capacityRows = (model: Model): string[] =>
  model.itemsOfProvider.flatMap((items, provider) => {
    const all = Array.from(items);
    const weighed = (list: readonly number[]) =>
      sumOf(list.map((item) => [whole(model.days, item), item] as const));
    const inWindow = (window: number) => all.filter((item) => whole(model.window, item) === window);
    if (all.length === 0) return [];
    return [
      `${weighed(all)} <= ${whole(model.capDays, provider)}`,
      `${weighed(inWindow(earlyWindow))} <= ${whole(model.capEarly, provider)}`,
      `${weighed(inWindow(lateWindow))} <= ${whole(model.capLate, provider)}`,
      `${sumOf(all.map((item) => [1, item] as const))} <= ${whole(model.capSchools, provider)}`,
    ];
  });

const roleRows = (model: Model): string[] =>
  model.leadsOfRequest.flatMap((leads, request) => {
    const lead = `${sumOf(Array.from(leads, (item) => [1, item] as const))} <= 1`;
    const specialists = entry(model.specialistsOfRequest, request);
    if (specialists.length === 0) return [lead];
    const open = Array.from(leads).filter((item) => flagAt(model.opensSpecialist, item) === 1);
    const beside = [
      ...Array.from(specialists, (item) => [1, item] as const),
      ...open.map((item) => [-1, item] as const),
    ];
    return [lead, `${sumOf(beside)} <= 0`];
  });

const leadsInBand = (model: Model, band: number): (readonly [number, number])[] =>
  Array.from(model.isLead.keys()).flatMap((item) =>
    flagAt(model.isLead, item) === 1 && whole(model.band, item) === band
      ? [[1, item] as const]
      : [],
  );

/** The compact mixed-integer programme in five stages, as one would hand it to a solver: the yardstick of the bench. */
export const createOracle = async () => {
  const highs: Highs = await loadHighs();
  return (problem: Problem, seconds: number): OracleAnswer => {
    const began = performance.now();
    const model = buildModel(problem);
    const rows = [...capacityRows(model), ...roleRows(model)];
    const binary = Array.from(model.isLead.keys(), (item) => `x${item}`).join("\n ");
    const servedByBand: number[] = [];
    const run = (objective: string): number | undefined => {
      const left = seconds - (performance.now() - began) / 1000;
      if (left <= 0) return undefined;
      const named = rows.map((row, at) => ` r${at}: ${row}`).join("\n");
      const text = `Maximize\n obj: ${objective}\nSubject To\n${named}\nBinary\n ${binary}\nEnd\n`;
      const result = highs.solve(text, {
        output_flag: false,
        time_limit: left,
        mip_rel_gap: 0,
        mip_abs_gap: 0.5,
      });
      return result.Status === "Optimal" ? Math.round(result.ObjectiveValue) : undefined;
    };
    for (let band = 0; band < 4; band++) {
      const leads = leadsInBand(model, band);
      const served = leads.length === 0 ? 0 : run(sumOf(leads));
      if (served === undefined)
        return { servedByBand, fit: 0, proved: false, ms: performance.now() - began };
      servedByBand.push(served);
      if (leads.length > 0) rows.push(`${sumOf(leads)} >= ${served}`);
    }
    const points = Array.from(model.fit, (fit, item) => [fit, item] as const);
    const fit = points.length === 0 ? 0 : run(sumOf(points));
    return {
      servedByBand,
      fit: fit ?? 0,
      proved: fit !== undefined,
      ms: performance.now() - began,
    };
  };
};
