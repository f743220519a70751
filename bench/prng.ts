/** A number in [0, 1), the same row of them for the same seed. */
export type Prng = () => number;

/** mulberry32: small, fast, and good enough to draw people with. */
export function prng(seed: number): Prng {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(draw: Prng, from: readonly T[]): T {
  const one = from[Math.floor(draw() * from.length)];
  if (one === undefined) throw new Error('Nothing to pick from');
  return one;
}

export function weighted<T>(draw: Prng, from: readonly (readonly [T, number])[]): T {
  const whole = from.reduce((sum, [, weight]) => sum + weight, 0);
  let left = draw() * whole;
  for (const [one, weight] of from) {
    left -= weight;
    if (left < 0) return one;
  }
  throw new Error('Nothing to pick from');
}

/** UUIDv7 of a moment, as the desk makes them. */
export function idAt(epochMs: number, draw: Prng): string {
  const random = Array.from({ length: 5 }, () =>
    Math.floor(draw() * 65536)
      .toString(16)
      .padStart(4, '0'),
  ).join('');
  const time = Math.floor(epochMs).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(1, 4)}-8${random.slice(5, 8)}-${random.slice(8, 20)}`;
}
