import { createSignal, type Accessor } from 'solid-js'

/** A figure of a second ago says nothing about now. */
const keptMs = 5_000

export interface Lag {
  /** Age of the newest market change when it was painted; undefined while unknown. */
  readonly ms: Accessor<number | undefined>
  /** A change has arrived; it is on the screen after the next frame. */
  heard(data: unknown): void
  /** Forgets a figure that is too old to be shown. */
  settle(): void
}

/**
 * How far what is painted is behind the platform.
 *
 * @param offsetMs the platform's clock less this machine's; undefined while unknown
 * @param painted calls back when what is drawn now is on the screen
 */
export function createLag(
  offsetMs: Accessor<number | undefined>,
  painted: (then: () => void) => void = afterPaint,
  now: () => number = Date.now,
): Lag {
  const [ms, setMs] = createSignal<number | undefined>()
  let newest = Number.NaN
  let measuredAt = 0
  const measure = () => {
    const offset = offsetMs()
    if (offset !== undefined) setMs(Math.max(0, Math.round(now() + offset - newest)))
    measuredAt = now()
    newest = Number.NaN
  }
  return {
    ms,
    heard(data) {
      const time = newestTime(data)
      if (Number.isNaN(time)) return
      if (Number.isNaN(newest)) painted(measure)
      newest = Number.isNaN(newest) ? time : Math.max(newest, time)
    },
    settle() {
      if (offsetMs() === undefined || now() - measuredAt > keptMs) setMs(undefined)
    },
  }
}

/** The newest `time` of a change, in milliseconds since 1970; NaN when it has none. */
export function newestTime(data: unknown): number {
  const changes: unknown[] = Array.isArray(data) ? data : [data]
  return changes.reduce<number>((newest, change) => {
    const time =
      typeof change === 'object' && change !== null && 'time' in change ? change.time : undefined
    const ms = typeof time === 'string' ? Date.parse(time) : Number.NaN
    return newest >= ms || Number.isNaN(ms) ? newest : ms
  }, Number.NaN)
}

/** The task after a frame runs when the frame has been handed to the screen. */
function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = then
    port2.postMessage(undefined)
  })
}
