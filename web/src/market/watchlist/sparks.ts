import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import { asFailure } from '../../../client/failures'
import type { Rest } from '../../../client/rest'
import type { Bar } from '../../../client/shapes'
import { sparkMs } from './spark'

const atOnce = 4
const remembered = 2_000
const barsMax = 26

interface Known {
  /** The hour that the bars were asked for. */
  readonly hour: string
  readonly bars: readonly Bar[]
}

interface Wish {
  run(): Promise<void>
}

/**
 * The last day of many markets in hourly bars: asked for only while someone looks, a few requests
 * at a time, again when the hour is another.
 */
export class Sparks {
  readonly #rest: Pick<Rest, 'bars'>
  readonly #known = new Map<string, Known>()
  readonly #waiting = new Set<Wish>()
  #running = 0

  constructor(rest: Pick<Rest, 'bars'>) {
    this.#rest = rest
  }

  /**
   * The bars of the day before a time: that of the market's last trade, since a recording's day is
   * its own. Undefined while it is not known when that was.
   */
  follow(symbol: string, time: Accessor<string | undefined>): Accessor<readonly Bar[] | undefined> {
    const [bars, setBars] = createSignal(this.#known.get(symbol)?.bars)
    const hour = createMemo(() => time()?.slice(0, 13))
    createEffect(
      on(hour, (now) => {
        if (now === undefined || this.#known.get(symbol)?.hour === now) return
        const wish: Wish = { run: async () => void setBars(await this.#ask(symbol, now)) }
        this.#waiting.add(wish)
        onCleanup(() => this.#waiting.delete(wish))
        this.#next()
      }),
    )
    return bars
  }

  #next(): void {
    const [wish] = this.#waiting
    if (wish === undefined || this.#running >= atOnce) return
    this.#waiting.delete(wish)
    this.#running += 1
    void wish.run().finally(() => {
      this.#running -= 1
      this.#next()
    })
  }

  /** What is known stays when no answer comes. */
  async #ask(symbol: string, hour: string): Promise<readonly Bar[] | undefined> {
    const from = new Date(Date.parse(`${hour}:00:00Z`) - sparkMs).toISOString()
    try {
      const bars = await this.#rest.bars(symbol, '1h', { from, limit: barsMax })
      this.#known.delete(symbol)
      this.#known.set(symbol, { hour, bars })
      const [oldest] = this.#known.keys()
      if (this.#known.size > remembered && oldest !== undefined) this.#known.delete(oldest)
    } catch (thrown) {
      asFailure(thrown)
    }
    return this.#known.get(symbol)?.bars
  }
}
