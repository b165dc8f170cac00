import { createSignal, type Accessor } from 'solid-js'
import type { Interval } from '../../../client/shapes'
import { recall, remember } from '../../look/memory'

export type View = 'candles' | 'depth' | 'table'

export const intervals: readonly Interval[] = ['1s', '1m', '5m', '1h', '1d']

/** What the chart shows of a market. */
export interface ChartChoice {
  readonly view: Accessor<View>
  readonly interval: Accessor<Interval>
  /** Whether one's own orders and fills are drawn. */
  readonly mine: Accessor<boolean>
  /** The price that the crosshair was at last; undefined before it was at one. */
  readonly pointed: Accessor<string | undefined>
  point(price: string | undefined): void
  show(view: View): void
  setInterval(interval: Interval): void
  toggleMine(): void
}

export function createChartChoice(): ChartChoice {
  const [view, show] = createSignal<View>('candles')
  const [interval, setInterval] = createSignal<Interval>('1m')
  const [mine, setMine] = createSignal(recall('mine') !== 'hidden')
  const [pointed, point] = createSignal<string | undefined>()
  return {
    pointed,
    point,
    view,
    interval,
    mine,
    show,
    setInterval,
    toggleMine() {
      setMine((shown) => !shown)
      remember('mine', mine() ? 'shown' : 'hidden')
    },
  }
}
