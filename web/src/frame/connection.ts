import { batch, createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { Status } from '../../client/stream'
import { createLag, type Lag } from './lag'

/** Pings are a second apart: values that nothing has been heard of for longer are stale. */
const staleAfterMs = 1_500
const tickMs = 250
/** Changes are counted over so long a time. */
const countedMs = 2_000

export interface Connection {
  readonly status: Accessor<Status>
  /** This machine's time, four times a second. */
  readonly now: Accessor<number>
  /** The platform's time, as far as it is known. */
  readonly platformNow: Accessor<number>
  /** How long nothing was heard; undefined while that is normal. */
  readonly staleForMs: Accessor<number | undefined>
  /** Changes of topics in a second. */
  readonly changesPerSecond: Accessor<number>
  readonly lag: Lag
  report(status: Status): void
}

export function createConnection(): Connection {
  const [status, report] = createSignal<Status>({
    link: 'connecting',
    roundTripMs: undefined,
    heardAt: undefined,
    clockOffsetMs: undefined,
    changes: 0,
  })
  const [now, setNow] = createSignal(Date.now())
  const [changesPerSecond, setChangesPerSecond] = createSignal(0)
  const offset = () => status().clockOffsetMs
  const lag = createLag(offset)
  let counted: readonly (readonly [at: number, changes: number])[] = []
  const tick = () => {
    const at = Date.now()
    setNow(at)
    counted = [...counted.filter(([then]) => at - then <= countedMs), [at, status().changes]]
    setChangesPerSecond(perSecond(counted))
    lag.settle()
  }
  const timer = setInterval(() => batch(tick), tickMs)
  onCleanup(() => clearInterval(timer))
  return {
    status,
    now,
    platformNow: createMemo(() => now() + (offset() ?? 0)),
    changesPerSecond,
    lag,
    report,
    staleForMs: createMemo(() => {
      const heardAt = status().heardAt
      if (heardAt === undefined) return undefined
      const silence = now() - heardAt
      return silence > staleAfterMs ? silence : undefined
    }),
  }
}

/** The rate between the first and the last of some readings of a counter. */
export function perSecond(readings: readonly (readonly [at: number, count: number])[]): number {
  const [first, last] = [readings[0], readings.at(-1)]
  if (first === undefined || last === undefined || last[0] <= first[0]) return 0
  return Math.round(((last[1] - first[1]) * 1_000) / (last[0] - first[0]))
}
