import { expect, test } from "vitest";
import { centredOn, onPaper, panned, viewAround, zoomed } from "./view.ts";

const places = [
  { x: 570000, y: 160000 },
  { x: 580000, y: 170000 },
];
const whole = viewAround(places, 4 / 3);

test("all places are in sight with a margin, in the shape of the sheet", () => {
  expect(whole.width / whole.height).toBeCloseTo(4 / 3);
  for (const place of places) {
    const at = onPaper(whole, place, 400);
    expect(at.x).toBeGreaterThan(0);
    expect(at.x).toBeLessThan(400);
    expect(at.y).toBeGreaterThan(0);
    expect(at.y).toBeLessThan(300);
  }
});

test("north is up", () => {
  const [south, north] = places.map((place) => onPaper(whole, place, 400).y);
  expect(north).toBeLessThan(south ?? 0);
});

test("zooming in keeps the middle; zooming out never shows more than the whole", () => {
  const near = zoomed(whole, 0.5, whole);
  expect(near.x + near.width / 2).toBeCloseTo(whole.x + whole.width / 2);
  expect(zoomed(near, 10, whole)).toEqual(whole);
});

test("nobody can zoom in for ever", () => {
  let view = whole;
  for (let turn = 0; turn < 50; turn += 1) view = zoomed(view, 0.5, whole);
  expect(view.width).toBe(500);
});

test("nobody can leave the map", () => {
  const near = zoomed(whole, 0.5, whole);
  const away = panned(near, [9, 9], whole);
  expect(away.x + away.width).toBeCloseTo(whole.x + whole.width);
  expect(centredOn(near, { x: 0, y: 0 }, whole).x).toBe(whole.x);
});

test("a map of nothing is still a map", () => {
  expect(viewAround([], 4 / 3).width).toBeGreaterThan(0);
});
