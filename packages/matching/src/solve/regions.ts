import { entry, real } from "./cells.ts";
import type { Model } from "./model.ts";

type Half = { readonly providers: readonly number[]; readonly angle: number };

const quarterTurn = Math.PI / 2;

/** Cuts providers in two halves of equal number along a line across the map. */
const halved = (model: Model, { providers, angle }: Half): readonly Half[] => {
  const along = (provider: number): number =>
    real(model.east, provider) * Math.cos(angle) + real(model.north, provider) * Math.sin(angle);
  const sorted = providers.toSorted((a, b) => along(a) - along(b) || a - b);
  const middle = sorted.length >> 1;
  return [sorted.slice(0, middle), sorted.slice(middle)].map((half) => ({
    providers: half,
    angle: angle + quarterTurn,
  }));
};

/** Parts the map into regions of at most `most` providers with any choice. */
export const regionsOf = (model: Model, most: number): readonly (readonly number[])[] => {
  const busy = Array.from(model.capDays.keys()).filter(
    (provider) => entry(model.itemsOfProvider, provider).length > 0,
  );
  const waiting: Half[] = [{ providers: busy, angle: 0 }];
  const regions: (readonly number[])[] = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.providers.length > most) waiting.push(...halved(model, next));
    else if (next.providers.length > 0) regions.push(next.providers.toSorted((a, b) => a - b));
  }
  return regions;
};
