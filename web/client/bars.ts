import { add, canonical, compare, decimal } from './decimal.js'
import type { Bar, Interval } from './shapes.js'

export const intervalMs: Record<Interval, number> = {
  '1s': 1_000,
  '1m': 60_000,
  '5m': 300_000,
  '1h': 3_600_000,
  '1d': 86_400_000,
}

/** Milliseconds since 1970 of a bar's start; bars never start within a millisecond. */
export function startMs(bar: Bar): number {
  return Date.parse(bar.time)
}

/** Both series as one, oldest first; where they overlap the newer series replaces the older. */
export function mergeBars(older: readonly Bar[], newer: readonly Bar[]): readonly Bar[] {
  if (newer.length === 0) return older
  const last = older.at(-1)
  const first = newer[0]
  if (last === undefined || first === undefined) return sorted(newer)
  if (newer.length === 1) {
    if (startMs(first) > startMs(last)) return [...older, first]
    if (startMs(first) === startMs(last)) return [...older.slice(0, -1), first]
  }
  return sorted([...older, ...newer])
}

function sorted(bars: readonly Bar[]): readonly Bar[] {
  const byTime = new Map(bars.map((bar) => [startMs(bar), bar]))
  return [...byTime.entries()].sort(([a], [b]) => a - b).map(([, bar]) => bar)
}

/**
 * Minute bars folded into a longer interval and laid over that interval's history. A bucket that
 * the minutes cover from its start is theirs alone; one that began before them keeps its open and
 * volume from history and takes only newer extremes and the close.
 */
export function rollUp(
  history: readonly Bar[],
  minutes: readonly Bar[],
  interval: Interval,
): readonly Bar[] {
  const first = minutes[0]
  if (first === undefined) return history
  const length = intervalMs[interval]
  const known = new Map(history.map((bar) => [startMs(bar), bar]))
  const newer = fold(minutes, length).map((bar) => {
    const past = startMs(bar) < startMs(first) ? known.get(startMs(bar)) : undefined
    if (past === undefined) return bar
    return { ...join(past, bar), volume: past.volume, trades: past.trades }
  })
  return mergeBars(history, newer)
}

function fold(minutes: readonly Bar[], length: number): Bar[] {
  const buckets: Bar[] = []
  for (const minute of minutes) {
    const time = new Date(Math.floor(startMs(minute) / length) * length).toISOString()
    const open = buckets.at(-1)
    if (open?.time === time) buckets[buckets.length - 1] = join(open, minute)
    else buckets.push({ ...minute, time })
  }
  return buckets
}

function join(earlier: Bar, later: Bar): Bar {
  const highest = compare(decimal(earlier.high), decimal(later.high)) >= 0 ? earlier : later
  const lowest = compare(decimal(earlier.low), decimal(later.low)) <= 0 ? earlier : later
  return {
    time: earlier.time,
    open: earlier.open,
    high: highest.high,
    low: lowest.low,
    close: later.close,
    volume: canonical(add(decimal(earlier.volume), decimal(later.volume))),
    trades: earlier.trades + later.trades,
  }
}
