import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import { asFailure, type Failure } from '../../../client/failures'
import type { Rest } from '../../../client/rest'
import type { Interval } from '../../../client/shapes'
import { createLoader, type Loader } from '../../look/loaded'
import { recall, remember } from '../../look/memory'
import {
  chosenMax,
  keyOf,
  plotsOf,
  readChosen,
  type Chosen,
  type IndicatorFunction,
  type Plot,
} from './indicators'

/** Six indicators that are asked for so often stay far below the smallest license's rate. */
const askAgainMs = 10_000
/** Bars of a second come too fast to ask at each. */
const secondsAtOnce = 250
const barsMax = 5_000

/** The indicators on the chart; the same for every market. */
export interface IndicatorChoice {
  readonly catalog: Loader<readonly IndicatorFunction[]>
  readonly chosen: Accessor<readonly Chosen[]>
  add(chosen: Chosen): void
  remove(key: string): void
}

export function createIndicatorChoice(rest: Rest): IndicatorChoice {
  const catalog = createLoader(async () => 
    (await rest.call('listFunctions', { query: { area: 'indicators' } })).items)
  const [chosen, setChosen] = createSignal<readonly Chosen[]>(readChosen(recall('indicators')))
  const keep = (next: readonly Chosen[]) => {
    setChosen(next)
    remember('indicators', JSON.stringify(next))
  }
  if (chosen().length > 0) void catalog.load()
  return {
    catalog,
    chosen,
    add(next) {
      const others = chosen().filter((each) => keyOf(each) !== keyOf(next))
      keep([...others, next].slice(-chosenMax))
    },
    remove: (key) => keep(chosen().filter((each) => keyOf(each) !== key)),
  }
}

export interface Plots {
  readonly plots: Accessor<readonly Plot[]>
  readonly failure: Accessor<Failure | undefined>
}

/**
 * The numbers of the chosen ones, always the platform's: asked for when the market, the bars or
 * the choice is another, and every ten seconds while the newest bar forms.
 */
export function createPlots(
  rest: Rest,
  choice: IndicatorChoice,
  symbol: Accessor<string>,
  interval: Accessor<Interval>,
  bars: Accessor<number>,
  now: Accessor<number>,
): Plots {
  const [plots, setPlots] = createSignal<readonly Plot[]>([])
  const [failure, setFailure] = createSignal<Failure | undefined>()
  const asked = createMemo(() => {
    const keys = choice.chosen().map(keyOf)
    const count = Math.min(barsMax, bars())
    const fresh = interval() === '1s' ? Math.floor(count / secondsAtOnce) : count
    return [symbol(), interval(), fresh, ...keys].join('|')
  })
  const round = createMemo(() => Math.floor(now() / askAgainMs))
  let answered = ''
  let busy = false
  const ask = async () => {
    const mine = asked()
    const functions = choice.catalog.value()
    if (busy || functions === undefined || symbol() === '' || bars() === 0) return
    busy = true
    try {
      const all = await Promise.all(choice.chosen().map((each) => read(each, functions)))
      if (mine === asked()) {
        setPlots(all.flat())
        setFailure(undefined)
        answered = mine
      }
    } catch (thrown) {
      setFailure(asFailure(thrown))
    } finally {
      busy = false
    }
    if (mine !== asked()) void ask()
  }
  const read = async (chosen: Chosen, functions: readonly IndicatorFunction[]) => {
    const of = functions.find((each) => each.name === chosen.name)
    if (of === undefined) return []
    const answer = await rest.call('getIndicator', {
      path: { symbol: symbol(), name: chosen.name },
      query: {
        interval: interval(),
        limit: Math.min(barsMax, Math.max(1, bars())),
        ...chosen.parameters,
      },
    })
    return plotsOf(chosen, of, answer as unknown as Record<string, unknown>)
  }
  createEffect(
    on([asked, round, choice.catalog.value], () => {
      if (choice.chosen().length === 0) {
        setPlots([])
        return
      }
      if (!asked().startsWith(`${answered.split('|').slice(0, 2).join('|')}|`)) setPlots([])
      void ask()
    }),
  )
  return { plots, failure }
}
