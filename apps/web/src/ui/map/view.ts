/** A place on the ground: eastings and northings in metres. */
export type Place = { readonly x: number; readonly y: number };

/** The piece of ground in sight: its lowest corner and its size in metres. */
export type View = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The ground that holds all places with a margin, in the shape (width / height) of the sheet. */
export function viewAround(places: readonly Place[], shape: number): View {
  if (places.length === 0) return { x: 0, y: 0, width: 1000 * shape, height: 1000 };
  const xs = places.map((place) => place.x);
  const ys = places.map((place) => place.y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const height = Math.max(high - low, (right - left) / shape, 500) * 1.15;
  const width = height * shape;
  return { x: (left + right - width) / 2, y: (low + high - height) / 2, width, height };
}

/** The same middle, closer (factor below 1) or further away; never closer than 500 m nor further than the whole. */
export function zoomed(view: View, factor: number, whole: View): View {
  const width = Math.min(Math.max(view.width * factor, 500), whole.width);
  const height = (width / view.width) * view.height;
  const next = {
    x: view.x + (view.width - width) / 2,
    y: view.y + (view.height - height) / 2,
    width,
    height,
  };
  return within(next, whole);
}

/** Moved by shares of what is in sight: 0.25 is a quarter of the sheet. */
export function panned(view: View, by: readonly [number, number], whole: View): View {
  return within(
    { ...view, x: view.x + by[0] * view.width, y: view.y + by[1] * view.height },
    whole,
  );
}

/** The view around one place. */
export function centredOn(view: View, place: Place, whole: View): View {
  return within({ ...view, x: place.x - view.width / 2, y: place.y - view.height / 2 }, whole);
}

function within(view: View, whole: View): View {
  const hold = (at: number, low: number, room: number) => Math.min(Math.max(at, low), low + room);
  return {
    ...view,
    x: hold(view.x, whole.x, whole.width - view.width),
    y: hold(view.y, whole.y, whole.height - view.height),
  };
}

/** Ground to paper: north is up, paper counts downwards. */
export function onPaper(view: View, place: Place, width: number): Place {
  const scale = width / view.width;
  return { x: (place.x - view.x) * scale, y: (view.y + view.height - place.y) * scale };
}

/** Paper to ground, to the metre: `at` counts from the sheet's top left corner, in shares of its size. */
export function onGround(view: View, at: Place): Place {
  return {
    x: Math.round(view.x + at.x * view.width),
    y: Math.round(view.y + (1 - at.y) * view.height),
  };
}
