import { batch, createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { Status } from '../../client/stream'
import { createLag } from './lag'

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
  /** Age of the newest change of a market of ours when it was painted; undefined if unknown. */
  readonly lagMs: Accessor<number | undefined>
  report(status: Status): void
  /** A topic has changed; `data` where it has the time of its making. */
  changed(data?: unknown): void
}

export function createConnection(): Connection {
  const [status, report] = createSignal<Status>({
    link: 'connecting',
    roundTripMs: undefined,
    heardAt: undefined,
  })
  const [now, setNow] = createSignal(Date.now())
  const [changesPerSecond, setChangesPerSecond] = createSignal(0)
  const offset = () => status().clockOffsetMs
  const lag = createLag(offset)
  let changes = 0
  let counted: readonly (readonly [at: number, changes: number])[] = []
  const tick = () => {
    const at = Date.now()
    setNow(at)
    counted = [...counted.filter(([then]) => at - then <= countedMs), [at, changes]]
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
    lagMs: lag.ms,
    report,
    changed(data) {
      changes += 1
      if (data !== undefined) lag.heard(data)
    },
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
