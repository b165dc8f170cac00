import { createSignal, onCleanup, type Accessor } from 'solid-js'
import type { Status } from '../../client/stream'

/** Data older than this, with nothing heard since, is shown as stale. */
const staleAfterMs = 2_000
const tickMs = 500

export interface Connection {
  readonly status: Accessor<Status>
  /** This machine's time, twice a second. */
  readonly now: Accessor<number>
  /** How long nothing was heard; undefined while that is normal. */
  readonly staleForMs: Accessor<number | undefined>
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
  const timer = setInterval(() => setNow(Date.now()), tickMs)
  onCleanup(() => clearInterval(timer))
  return {
    status,
    now,
    report,
    staleForMs: () => {
      const heardAt = status().heardAt
      if (heardAt === undefined) return undefined
      const silence = now() - heardAt
      return silence > staleAfterMs ? silence : undefined
    },
  }
}
