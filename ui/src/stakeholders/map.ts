// The power–interest map as numbers: where a bubble may stand, how large it is, what its place means.

import type { Stakeholder } from "../core/types";

/** A place on the map, each way from 0 to 100. */
export type Spot = { power: number; interest: number };

/** What a place advises: one of four ways to keep in touch. */
export type Quadrant = "satisfied" | "close" | "watch" | "informed";

/** How far an arrow key moves a bubble. */
export const STEP = 2;
/** Where somebody comes to stand who is placed without pointing. */
export const MIDDLE: Spot = { power: 50, interest: 50 };

const LARGEST = 34;

/** Returns where somebody stands; `null` before anybody has thought of it. */
export function spotOf({ power, interest }: Stakeholder): Spot | null {
  return power === null || interest === null ? null : { power, interest };
}

/** Returns where somebody should stand one day; what nobody has wished stays as it is. */
export function wishOf(person: Stakeholder): Spot | null {
  const { wishedPower, wishedInterest } = person;
  const spot = spotOf(person);
  if (!spot || (wishedPower === null && wishedInterest === null)) return null;
  return { power: wishedPower ?? spot.power, interest: wishedInterest ?? spot.interest };
}

/** Returns whole numbers on the map that are nearest to a place beside it. */
export function onMap({ power, interest }: Spot): Spot {
  const within = (value: number) => Math.min(100, Math.max(0, Math.round(value)));
  return { power: within(power), interest: within(interest) };
}

/** Returns the place one press of an arrow key further; `null` for another key. */
export function stepped({ power, interest }: Spot, key: string): Spot | null {
  const by = { ArrowUp: [STEP, 0], ArrowDown: [-STEP, 0], ArrowRight: [0, STEP], ArrowLeft: [0, -STEP] }[key];
  return by ? onMap({ power: power + by[0]!, interest: interest + by[1]! }) : null;
}

/** Returns the quadrant of a place; the middle belongs to the upper and right one. */
export function quadrantOf({ power, interest }: Spot): Quadrant {
  if (power >= 50) return interest >= 50 ? "close" : "satisfied";
  return interest >= 50 ? "informed" : "watch";
}

/** Returns the radius in pixels of the bubble of somebody who wants so many items. */
export function radiusOf(wants: number): number {
  return Math.min(LARGEST, 11 + 3.6 * Math.sqrt(wants));
}

/** A line in pixels. */
export type Arrow = { x1: number; y1: number; x2: number; y2: number };

/** Returns the arrow from the edge of a bubble to its wished place; `null` where it lies within the bubble. */
export function arrowOf(from: [number, number], to: [number, number], radius: number): Arrow | null {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const start = radius + 2;
  if (length <= start + 4) return null;
  return { x1: from[0] + (dx / length) * start, y1: from[1] + (dy / length) * start, x2: to[0], y2: to[1] };
}
