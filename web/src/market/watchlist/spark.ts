import { startMs } from '../../../client/bars'
import type { Bar } from '../../../client/shapes'

const hourMs = 3_600_000

export const sparkMs = 24 * hourMs

/** Room at the edges, so that the line is whole where it is highest. */
const margin = 1.5

/**
 * One SVG path through the hourly closes of the last day, from the first bar's open to the price
 * of now. Empty while there are not two points.
 *
 * @param bars hourly, oldest first
 * @param now in milliseconds, the right edge
 */
export function sparkPath(
  bars: readonly Bar[],
  last: string,
  now: number,
  width: number,
  height: number,
): string {
  const shown = bars.filter((bar) => startMs(bar) >= now - sparkMs - hourMs && startMs(bar) < now)
  const first = shown[0]
  if (first === undefined) return ''
  const points = [
    { ms: startMs(first), price: Number(first.open) },
    ...shown.slice(0, -1).map((bar) => ({ ms: startMs(bar) + hourMs, price: Number(bar.close) })),
    { ms: now, price: Number(last) },
  ]
  const prices = points.map((point) => point.price)
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  const x = (ms: number) => width * Math.max(0, 1 - (now - ms) / sparkMs)
  const y = (price: number) =>
    high === low
      ? height / 2
      : margin + ((high - price) / (high - low)) * (height - 2 * margin)
  return points
    .map(({ ms, price }, i) => `${i === 0 ? 'M' : 'L'}${x(ms).toFixed(1)} ${y(price).toFixed(1)}`)
    .join('')
}

/** The first price of the UTC day that a moment belongs to; undefined when it is not known. */
export function dayOpen(bars: readonly Bar[], time: string): string | undefined {
  const day = time.slice(0, 10)
  return bars.find((bar) => bar.time.startsWith(day))?.open
}
