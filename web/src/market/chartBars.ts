import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import { mergeBars, rollUp } from '../../client/bars'
import { asFailure, type Failure } from '../../client/failures'
import type { Rest } from '../../client/rest'
import type { Bar, Interval } from '../../client/shapes'
import { bars as barReducer } from './reducers'
import type { Topics } from './topics'

const historyMax = 20_000
/** A day's bar cannot be rebuilt from the minutes on the stream; its volume is read again. */
const rereadEveryMs = 30_000

export interface ChartBars {
  /** Oldest first; undefined until history has answered or failed. */
  readonly bars: Accessor<readonly Bar[] | undefined>
  readonly failure: Accessor<Failure | undefined>
  /** Fetches what lies before the first bar; resolves when there is nothing more to come. */
  older(): Promise<void>
  reload(): Promise<void>
}

/**
 * A market's bars without a gap: history by request, the newest from the stream, which starts
 * with its last 300; after an interruption history is read again.
 */
export function createChartBars(
  rest: Rest,
  topics: Topics,
  symbol: Accessor<string | undefined>,
  interval: Accessor<Interval>,
  now: Accessor<number>,
): ChartBars {
  const [history, setHistory] = createSignal<readonly Bar[] | undefined>()
  const [failure, setFailure] = createSignal<Failure | undefined>()
  const streamed = () => (interval() === '1s' ? 'bars-1s' : 'bars-1m')
  const topic = createMemo(() => {
    const market = symbol()
    return market === undefined ? undefined : `market.${market}.${streamed()}`
  })
  const live = topics.follow(topic, barReducer)
  const shown = createMemo(() => `${symbol() ?? ''} ${interval()}`)
  let begun = false
  let fetchingOlder = false

  const fetchBars = async (to?: string): Promise<readonly Bar[]> => {
    const market = symbol()
    if (market === undefined) return []
    const asked = shown()
    try {
      const page = await rest.bars(market, interval(), to === undefined ? {} : { to })
      if (asked !== shown()) return []
      setHistory((known) => mergeBars(known ?? [], page).slice(-historyMax))
      setFailure(undefined)
      return page
    } catch (thrown) {
      const why = asFailure(thrown)
      if (asked === shown()) setFailure(why)
      return []
    }
  }
  const reload = async () => void (await fetchBars())

  createEffect(
    on(shown, () => {
      setHistory(undefined)
      setFailure(undefined)
      begun = false
      void reload()
    }),
  )
  createEffect(
    on(live.snapshots, (count) => {
      if (count > 1) void reload()
    }),
  )
  createEffect(
    on(
      () => (interval() === '1d' ? Math.floor(now() / rereadEveryMs) : 0),
      () => void reload(),
      { defer: true },
    ),
  )

  return {
    bars: createMemo(() => {
      const past = history()
      if (past === undefined) return undefined
      const news = live.value() ?? []
      const direct = interval() === '1s' || interval() === '1m'
      return direct ? mergeBars(past, news) : rollUp(past, news, interval())
    }),
    failure,
    async older() {
      const first = history()?.[0]
      if (begun || fetchingOlder || first === undefined) return
      fetchingOlder = true
      const page = await fetchBars(first.time)
      fetchingOlder = false
      begun = page.length === 0 && failure() === undefined
    },
    reload,
  }
}
