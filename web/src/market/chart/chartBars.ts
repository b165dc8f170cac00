import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import { mergeBars, rollUp } from '../../../client/bars'
import { asFailure, type Failure } from '../../../client/failures'
import type { Rest } from '../../../client/rest'
import type { Adjustment, Bar, Interval } from '../../../client/shapes'
import { bars as barReducer } from '../reducers'
import type { Topics } from '../topics'

const historyMax = 20_000
/** A day's bar cannot be rebuilt from the minutes on the stream; its volume is read again. */
const rereadEveryMs = 30_000

export interface ChartBars {
  /** Oldest first; undefined until history has answered or failed. */
  readonly bars: Accessor<readonly Bar[] | undefined>
  readonly failure: Accessor<Failure | undefined>
  /** Fetches what lies before the first bar, until there is nothing more. */
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
  adjust: Accessor<Adjustment>,
  now: Accessor<number>,
): ChartBars {
  const direct = () => interval() === '1s' || interval() === '1m'
  const topic = createMemo(() => {
    const market = symbol()
    const streamed = interval() === '1s' ? 'bars-1s' : 'bars-1m'
    return market === undefined ? undefined : `market.${market}.${streamed}`
  })
  const live = topics.follow(topic, barReducer)
  const past = createHistory(rest, symbol, interval, adjust)
  createEffect(
    on(live.snapshots, (count) => {
      if (count > 1) void past.reload()
    }),
  )
  createEffect(
    on(
      createMemo(() => (interval() === '1d' ? Math.floor(now() / rereadEveryMs) : 0)),
      () => void past.reload(),
      { defer: true },
    ),
  )
  return {
    ...past,
    bars: createMemo(() => {
      const history = past.bars()
      if (history === undefined) return undefined
      const news = live.value() ?? []
      return direct() ? mergeBars(history, news) : rollUp(history, news, interval())
    }),
  }
}

/** What the platform remembers of a market, page by page towards the past. */
function createHistory(
  rest: Rest,
  symbol: Accessor<string | undefined>,
  interval: Accessor<Interval>,
  adjust: Accessor<Adjustment>,
): ChartBars {
  const [bars, setBars] = createSignal<readonly Bar[] | undefined>()
  const [failure, setFailure] = createSignal<Failure | undefined>()
  const shown = createMemo(() => `${symbol() ?? ''} ${interval()} ${adjust()}`)
  let complete = false
  let fetchingOlder = false

  const fetchBars = async (page: { to?: string }): Promise<readonly Bar[]> => {
    const market = symbol()
    const asked = shown()
    if (market === undefined) return []
    try {
      const answer = await rest.bars(market, interval(), { ...page, adjust: adjust() })
      if (asked !== shown()) return []
      setBars((known) => mergeBars(known ?? [], answer).slice(-historyMax))
      setFailure(undefined)
      return answer
    } catch (thrown) {
      const why = asFailure(thrown)
      if (asked === shown()) setFailure(why)
      return []
    }
  }
  const reload = async () => void (await fetchBars({}))

  createEffect(
    on(shown, () => {
      setBars(undefined)
      setFailure(undefined)
      complete = false
      void reload()
    }),
  )
  return {
    bars,
    failure,
    reload,
    async older() {
      const first = bars()?.[0]
      if (complete || fetchingOlder || first === undefined) return
      fetchingOlder = true
      const asked = shown()
      const page = await fetchBars({ to: first.time })
      fetchingOlder = false
      if (asked === shown()) complete = page.length === 0 && failure() === undefined
    },
  }
}
