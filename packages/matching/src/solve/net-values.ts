import { flagAt, real, whole } from "./cells.ts";
import { type Model, noBand } from "./model.ts";

/** Lagrange multipliers: of each request's lead and specialist rows, and of each band's number. */
export type Duals = {
  readonly lead: Float64Array;
  readonly specialist: Float64Array;
  readonly band: Float64Array;
};

/** Points of every item net of the duals, into `net`. */
export const netValues = (
  model: Model,
  points: Float64Array,
  at: { readonly duals: Duals; readonly net: Float64Array },
): void => {
  const { duals, net } = at;
  for (let item = 0; item < model.itemCount; item++) {
    const request = whole(model.request, item);
    const specialist = real(duals.specialist, request);
    if (flagAt(model.isLead, item) === 0) net[item] = real(points, item) - specialist;
    else {
      const open = flagAt(model.opensSpecialist, item) === 1 ? specialist : 0;
      const band = whole(model.band, item);
      const ofBand = band === noBand ? 0 : real(duals.band, band);
      net[item] = real(points, item) - real(duals.lead, request) + open - ofBand;
    }
  }
};
