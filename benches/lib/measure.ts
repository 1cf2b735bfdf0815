/** Measuring several ways of doing the same in turns, so that what disturbs one disturbs all. */

/** What one way took, over all rounds. */
export interface Measured {
  name: string;
  /** Milliseconds of a round: the middle one, and the best. */
  median: number;
  best: number;
  /** How many times as long as the first way it took: the middle of the rounds' ratios. */
  ratio: number;
}

/** What is done in a round; returns something that depends on all of it, so that it is not left out. */
export type Work = () => number;

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Somewhere to put results, so that a compiler cannot tell that nobody wants them. */
export let sink = 0;

/** How long `work` takes, in milliseconds. */
export function time(work: Work): number {
  const since = performance.now();
  sink += work();
  return performance.now() - since;
}

/** Does all ways in turns, after some rounds that do not count. The first is what ratios are taken to. */
export function compare(ways: Record<string, Work>, rounds: number, warmUp = 3): Measured[] {
  const names = Object.keys(ways);
  const times = names.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      // Another one begins each time: who comes after whom can matter, too.
      const index = (turn + Math.max(0, round)) % names.length;
      const taken = time(ways[names[index] ?? ''] ?? (() => 0));
      if (round >= 0) times[index]?.push(taken);
    }
  }
  const first = times[0] ?? [];
  return names.map((name, index) => {
    const own = times[index] ?? [];
    const ratios = own.map((taken, round) => taken / (first[round] ?? NaN));
    return { name, median: median(own), best: Math.min(...own), ratio: median(ratios) };
  });
}

/** The exponent of growth: the slope of the line through the points, both axes logarithmic. */
export function exponent(points: readonly (readonly [size: number, taken: number])[]): number {
  const logs = points.map(([size, taken]) => [Math.log(size), Math.log(taken)] as const);
  const mean = (axis: 0 | 1): number => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const rise = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  const run = logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return rise / run;
}

/** A row of a table with the first column to the left and the others to the right. */
export function row(title: string, ...cells: string[]): string {
  return [title.padEnd(40), ...cells.map((cell) => cell.padStart(14))].join('');
}
