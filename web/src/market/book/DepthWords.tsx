import { createMemo } from 'solid-js'
import {
  canonical,
  compare,
  decimal,
  divide,
  formatDecimal,
  rescale,
  subtract,
  toNumber,
  toStep,
  zero,
  type Decimal,
} from '../../../client/decimal'
import type { Instrument, Side } from '../../../client/shapes'
import { atScale, grouped, percent, scaleOf, unknown } from '../../look/format'
import { depthAt, midOf, type DepthPoint } from './depth'

interface SummaryProps {
  readonly market: Instrument
  readonly bids: readonly DepthPoint[]
  readonly asks: readonly DepthPoint[]
  narrow(): void
  widen(): void
}

/** The middle, the spread and what stands on either side. */
export function DepthSummary(props: SummaryProps) {
  const tick = () => scaleOf(props.market.tickSize)
  const best = () => [props.bids[0]?.price, props.asks[0]?.price] as const
  const mid = () => midOf(...best())
  const spread = createMemo(() => {
    const [[bid, ask], middle] = [best(), mid()]
    if (bid === undefined || ask === undefined || middle === undefined) return undefined
    const size = subtract(ask, bid)
    const share = toNumber(divide(size, middle, 8, 'up'))
    return {
      size: atScale(canonical(size), tick()),
      share: `${Number((share * 100).toPrecision(2))} %`,
    }
  })
  const middle = () => {
    const now = mid()
    return now === undefined ? undefined : atScale(canonical(now), tick())
  }
  const total = (points: readonly DepthPoint[]) =>
    grouped(canonical(points.at(-1)?.cumulative ?? zero))
  return (
    <dl class="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-0.5 px-3 py-1 text-muted">
      <Figure name="Mid" text={middle()} />
      <Figure name="Spread" text={spread()?.size} aside={spread()?.share} />
      <Figure name="Bids" text={total(props.bids)} aside={props.market.base} />
      <Figure name="Offers" text={total(props.asks)} aside={props.market.base} />
      <span class="ml-auto flex">
        <button
          type="button"
          class="quiet"
          aria-label="Show more prices"
          onClick={() => props.widen()}
        >
          −
        </button>
        <button
          type="button"
          class="quiet"
          aria-label="Show fewer prices"
          onClick={() => props.narrow()}
        >
          +
        </button>
      </span>
    </dl>
  )
}

function Figure(props: { name: string; text: string | undefined; aside?: string | undefined }) {
  return (
    <div class="flex gap-1 whitespace-nowrap">
      <dt>{props.name}</dt>
      <dd class="live-value text-text tabular-nums">{props.text ?? unknown}</dd>
      <dd class="max-wide:hidden">{props.aside}</dd>
    </div>
  )
}

interface ReadingProps {
  readonly market: Instrument
  readonly bids: readonly DepthPoint[]
  readonly asks: readonly DepthPoint[]
  readonly mid: Decimal
  readonly price: number
  /** The reading stands on the other side than the pointer. */
  readonly left: boolean
}

/** What stands up to the price under the pointer. */
export function DepthReading(props: ReadingProps) {
  const side = (): Side => (props.price < toNumber(props.mid) ? 'buy' : 'sell')
  const tick = () => decimal(props.market.tickSize)
  const price = createMemo(() => {
    const text = Math.max(0, props.price).toFixed(Math.min(18, tick().scale + 2))
    const exact = toStep(decimal(text), tick(), 'down')
    return rescale(exact, scaleOf(props.market.tickSize), 'down')
  })
  const point = () => depthAt(side() === 'buy' ? props.bids : props.asks, price(), side())
  const away = () => percent(toNumber(price()) / toNumber(props.mid) - 1)
  /** Beyond the last level of the book there may be more. */
  const atLeast = () => {
    const last = (side() === 'buy' ? props.bids : props.asks).at(-1)
    if (last === undefined) return ''
    const order = compare(price(), last.price)
    return (side() === 'buy' ? order < 0 : order > 0) ? '≥ ' : ''
  }
  const cents = (value: Decimal) => grouped(formatDecimal(rescale(value, 2, 'down')))
  return (
    <dl
      class={`floating pointer-events-none absolute top-2 grid grid-cols-[auto_auto] gap-x-3 px-3
        py-2 ${props.left ? 'right-3' : 'left-3'}`}
      data-testid="depth-reading"
    >
      <dt class="text-muted">{side() === 'buy' ? 'Bids down to' : 'Offers up to'}</dt>
      <dd class="num">{grouped(formatDecimal(price()))}</dd>
      <dt class="text-muted">From the middle</dt>
      <dd class="num">{away()}</dd>
      <dt class="text-muted">Size {props.market.base}</dt>
      <dd class="num">
        {atLeast()}
        {grouped(canonical(point()?.cumulative ?? zero))}
      </dd>
      <dt class="text-muted">Value {props.market.quote ?? ''}</dt>
      <dd class="num">
        {atLeast()}
        {cents(point()?.value ?? zero)}
      </dd>
    </dl>
  )
}
