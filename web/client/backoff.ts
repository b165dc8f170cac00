const shortestMs = 2_000
const longestMs = 20_000

/**
 * How long to wait before attempt `attempt` (from 0) to connect again: 2 to 20 s, the range
 * doubling with each failure, spread evenly so that a restarted server is not met by everyone at
 * once.
 *
 * @param random uniform in [0, 1)
 */
export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(longestMs, 2 * shortestMs * 2 ** Math.min(attempt, 10))
  return shortestMs + random * (ceiling - shortestMs)
}

/**
 * How long to wait before a request is repeated for the `attempt`th time (from 0): up to 250 ms,
 * doubling to 4 s.
 *
 * @param random uniform in [0, 1)
 */
export function repeatMs(attempt: number, random: number): number {
  return random * Math.min(4_000, 250 * 2 ** Math.min(attempt, 10))
}
