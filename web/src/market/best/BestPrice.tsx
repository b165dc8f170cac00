import { Show, createMemo } from 'solid-js'
import { decimal, formatDecimal, rescale } from '../../../client/decimal'
import { Price } from '../../look/Price'
import { atScale, dayTime, grouped, scaleOf, unknown } from '../../look/format'
import { useTerminal } from '../../terminal'
import { quotes } from '../reducers'
import { goodVenues, isCrossed, pairOf, pairs, type Pair } from './best'

/** What the pair on the screen costs over all the venues that trade it, ours beside. */
export function BestPrice() {
  const { topics, instrument, instruments } = useTerminal()
  const name = createMemo(() => {
    const market = instrument()
    return market === undefined ? undefined : pairOf(market)
  })
  const followed = topics.follow<Pair | undefined>(
    () => (name() === undefined ? undefined : `market.${name()}.best`),
    pairs,
  )
  // Of a pair that only the market on the screen has, its book says all there is.
  const shown = createMemo(() => {
    const pair = followed.value()
    return pair?.venues.some((venue) => venue.symbol !== instrument()?.symbol) ? pair : undefined
  })
  const scale = () => scaleOf(instrument()?.tickSize ?? '1')
  const own = () => instruments.bySymbol().get(name() ?? '')?.symbol
  return (
    <Show when={shown()}>
      {(pair) => (
        <section
          class="border-b border-line px-3 py-1.5"
          aria-label={`${pair().pair} over all venues`}
          data-testid="best"
        >
          <div class="grid grid-cols-2 gap-x-4">
            <Side name="Best bid" best={pair().bid} scale={scale()} testid="best-bid" />
            <Side name="Best ask" best={pair().ask} scale={scale()} testid="best-ask" />
          </div>
          <p class="mt-0.5 flex flex-wrap gap-x-3 text-[12px] text-muted">
            <Figure name="Spread" text={pair().spread} scale={scale()} testid="best-spread" />
            <Show when={isCrossed(pair())}>
              <span class="text-warning">crossed</span>
            </Show>
            <Figure
              name="Mark"
              title="The middle of the two; else the average"
              text={pair().mark}
              scale={scale()}
              testid="best-mark"
            />
            <Figure
              name="Average"
              title={`Of ${grouped(pair().volume)} traded in the window of the platform, by volume:
                the last five minutes unless it is set otherwise`}
              text={pair().vwap}
              scale={scale()}
              testid="best-average"
            />
            <span
              title={`As of ${dayTime(pair().time)} UTC. Stale and unknown venues are left out:\n${
                pair()
                  .venues.map((venue) => `${venue.source} ${venue.state}`)
                  .join('\n')
              }`}
              data-testid="best-venues"
            >
              {goodVenues(pair()).good} of {goodVenues(pair()).all} venues
            </span>
          </p>
          <Show when={own()}>{(symbol) => <Ours symbol={symbol()} scale={scale()} />}</Show>
        </section>
      )}
    </Show>
  )
}

interface SideProps {
  readonly name: string
  readonly best: Pair['bid']
  readonly scale: number
  readonly testid: string
}

function Side(props: SideProps) {
  const text = () => priceText(props.best?.price, props.scale)
  return (
    <p class="flex min-w-0 flex-col" data-testid={props.testid}>
      <span class="truncate text-[12px] text-muted">
        {props.name} <span class="text-text">{props.best?.source ?? ''}</span>
      </span>
      <span title={props.best === null ? '' : `${grouped(props.best.quantity)} there`}>
        <Price class="font-semibold" text={text()} />
      </span>
    </p>
  )
}

interface FigureProps {
  readonly name: string
  readonly title?: string
  readonly text: string | null
  readonly scale: number
  readonly testid: string
}

function Figure(props: FigureProps) {
  return (
    <span class="whitespace-nowrap" title={props.title}>
      {props.name}{' '}
      <span class="live-value text-digits tabular-nums" data-testid={props.testid}>
        {priceText(props.text, props.scale) ?? unknown}
      </span>
    </span>
  )
}

/** What Ratel's own market of the pair would pay and take. */
function Ours(props: { symbol: string; scale: number }) {
  const { topics } = useTerminal()
  const quote = topics.follow(() => `market.${props.symbol}.quote`, quotes).value
  const text = (side: 'bid' | 'ask') => priceText(quote()?.[side], props.scale) ?? unknown
  return (
    <p class="text-[12px] text-muted" data-testid="best-ours">
      Ours{' '}
      <span class="live-value text-digits tabular-nums">
        {text('bid')} / {text('ask')}
      </span>
    </p>
  )
}

/** An average has more digits than a price can have: cut to one more than the tick's. */
function priceText(text: string | null | undefined, scale: number): string | undefined {
  if (text === null || text === undefined) return undefined
  const value = decimal(text)
  const shown =
    value.scale > scale + 1
      ? grouped(formatDecimal(rescale(value, scale + 1, 'down')))
      : atScale(text, scale)
  return shown.replace('-', '−')
}
