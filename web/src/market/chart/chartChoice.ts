import { createSignal, type Accessor } from 'solid-js'
import type { Adjustment, Interval } from '../../../client/shapes'
import { recall, remember } from '../../look/memory'

export type View = 'candles' | 'depth' | 'table'

export const intervals: readonly Interval[] = ['1s', '1m', '5m', '1h', '1d']

/** What is taken out of a share's past prices, in the words of the menu. */
export const adjustments: readonly [Adjustment, string][] = [
  ['none', 'As traded'],
  ['split', 'Split-adjusted'],
  ['total', 'Total return'],
]

/** What the chart says of its prices. */
export function adjustedWords(adjust: Adjustment): string {
  return adjustments.find(([each]) => each === adjust)?.[1].toLowerCase() ?? ''
}

/** A share of a venue, which may have price factors; pairs and our own markets have none. */
export function mayBeAdjusted(symbol: string): boolean {
  return symbol.includes(':') && !symbol.includes('-', symbol.indexOf(':'))
}

/** What the chart shows of a market. */
export interface ChartChoice {
  readonly view: Accessor<View>
  readonly interval: Accessor<Interval>
  /** What is taken out of the prices; none of a market without price factors. */
  readonly adjust: Accessor<Adjustment>
  /** Whether one's own orders and fills are drawn. */
  readonly mine: Accessor<boolean>
  /** The price that the crosshair was at last; undefined before it was at one. */
  readonly pointed: Accessor<string | undefined>
  point(price: string | undefined): void
  show(view: View): void
  setInterval(interval: Interval): void
  setAdjust(adjust: Adjustment): void
  toggleMine(): void
}

export function createChartChoice(): ChartChoice {
  const [view, show] = createSignal<View>('candles')
  const [interval, setInterval] = createSignal<Interval>('1m')
  const [adjust, setAdjust] = createSignal<Adjustment>('none')
  const [mine, setMine] = createSignal(recall('mine') !== 'hidden')
  const [pointed, point] = createSignal<string | undefined>()
  return {
    pointed,
    point,
    view,
    interval,
    adjust,
    mine,
    show,
    setInterval,
    setAdjust,
    toggleMine() {
      setMine((shown) => !shown)
      remember('mine', mine() ? 'shown' : 'hidden')
    },
  }
}
