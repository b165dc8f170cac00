import { For, Index, Match, Show, Switch } from 'solid-js'
import { createEffect, createMemo, createSignal, on } from 'solid-js'
import { canonical, decimal, larger, subtract, zero, type Decimal } from '../../../client/decimal'
import type { Instrument } from '../../../client/shapes'
import { Panel } from '../../frame/Panel'
import { Price } from '../../look/Price'
import { atScale, clockTime, scaleOf, unknown } from '../../look/format'
import { Empty, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'
import { DepthSide } from './DepthSide'
import { ReliedBadge } from './ReliedBadge'
import { followBook, quietForMs, whyNoBook } from './books'
import { gather, ownSizes, steps } from './grouping'
import { followLast } from '../lastPrice'
import type { MarketBook } from '../reducers'
import { coarse } from '../../look/pointer'
import { createRowsThatFit } from './rowsThatFit'

/** A finger needs a taller row than a pointer. */
const rowHeight = coarse ? 28 : 20

/** Both sides of the market around the spread; a click on a price fills the ticket. */
export function OrderBook(props: { class: string }) {
  const { topics, instrument, connection } = useTerminal()
  const followed = followBook(topics, () => instrument()?.symbol)
  const [step, setStep] = createSignal('')
  createEffect(on(instrument, (now) => setStep(now?.tickSize ?? '')))
  const known = () => {
    const [market, book] = [instrument(), followed.value()]
    return market === undefined || book === undefined ? undefined : { market, book }
  }
  const without = () => {
    const now = known()
    return now === undefined ? undefined : whyNoBook(now.market, now.book)
  }
  return (
    <Panel
      title="Book"
      testid="book"
      live
      oldForMs={quietForMs(instrument(), followed.value(), connection.now())}
      class={props.class}
      controls={
        <>
          <ReliedBadge market={instrument()} book={followed.value()} />
          <span class="live-value min-w-0 flex-1 basis-0 truncate text-muted">
            {sourceAndTime(followed.value())}
          </span>
          <StepChoice instrument={instrument()} chosen={step()} choose={setStep} />
        </>
      }
    >
      <Switch fallback={<Skeleton rows={12} />}>
        <Match when={followed.refused()}>
          {(error) => <Empty says={`The book is not available: ${error().message}`} />}
        </Match>
        <Match when={without()}>{(why) => <Empty says={why()} />}</Match>
        <Match when={step() !== '' && known()}>
          {(now) => <Ladder market={now().market} book={now().book} step={decimal(step())} />}
        </Match>
      </Switch>
    </Panel>
  )
}

interface StepChoiceProps {
  readonly instrument: Instrument | undefined
  readonly chosen: string
  choose(step: string): void
}

function StepChoice(props: StepChoiceProps) {
  return (
    <Show when={props.instrument}>
      {(market) => (
        <select
          class="ml-auto rounded-md bg-panel text-muted pointer-coarse:h-11"
          aria-label="Price step of the book"
          value={props.chosen}
          onChange={(event) => props.choose(event.currentTarget.value)}
          data-testid="book-step"
        >
          <For each={steps(market().tickSize)}>
            {(each) => <option value={each}>{each}</option>}
          </For>
        </select>
      )}
    </Show>
  )
}

function Ladder(props: { market: Instrument; book: MarketBook; step: Decimal }) {
  const { account } = useTerminal()
  const [rows, watch] = createRowsThatFit(rowHeight)
  const bids = createMemo(() => gather(props.book.bids, props.step, 'buy', rows()))
  const asks = createMemo(() => gather(props.book.asks, props.step, 'sell', rows()))
  const deepest = createMemo(() =>
    larger(bids().at(-1)?.cumulative ?? zero, asks().at(-1)?.cumulative ?? zero),
  )
  const here = createMemo(() =>
    account.open().filter((order) => order.symbol === props.market.symbol),
  )
  const common = { height: rowHeight, deepest }
  return (
    <div
      class="flex min-h-0 flex-1 flex-col"
      role="table"
      aria-label="Order book"
      onKeyDown={moveFocus}
    >
      <Heads market={props.market} />
      <DepthSide
        side="sell"
        rows={asks()}
        mine={ownSizes(here(), props.step, 'sell')}
        watch={watch}
        {...common}
      />
      <Spread market={props.market} bid={bids()[0]?.price} ask={asks()[0]?.price} />
      <DepthSide
        side="buy"
        rows={bids()}
        mine={ownSizes(here(), props.step, 'buy')}
        {...common}
      />
    </div>
  )
}

/** The arrow keys go from price to price, across the spread as well. */
function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const rowsOf = (side: string) => [
    ...event.currentTarget.querySelectorAll<HTMLElement>(`[aria-label=${side}] [data-price]`),
  ]
  const rows = [...rowsOf('Offers').toReversed(), ...rowsOf('Bids')]
  event.preventDefault()
  rows[rows.indexOf(event.target as HTMLElement) + step]?.focus()
}

function Heads(props: { market: Instrument }) {
  // A long name would run into its neighbour's.
  const base = () => (props.market.base.length > 5 ? '' : ` ${props.market.base}`)
  const names = () => [`Price ${props.market.quote ?? ''}`, `Size${base()}`, 'Total']
  return (
    <div class="grid shrink-0 grid-cols-3 px-3 py-1 text-muted" role="row">
      <Index each={names()}>
        {(name) => (
          <span class="num truncate" role="columnheader">
            {name()}
          </span>
        )}
      </Index>
    </div>
  )
}

interface SpreadProps {
  readonly market: Instrument
  readonly bid: Decimal | undefined
  readonly ask: Decimal | undefined
}

function Spread(props: SpreadProps) {
  const { topics } = useTerminal()
  const last = followLast(topics, () => props.market.symbol)
  const lastText = () => {
    const price = last()?.price
    return price === undefined ? undefined : atScale(price, scaleOf(props.market.tickSize))
  }
  const spread = () => {
    const { bid, ask } = props
    if (bid === undefined || ask === undefined) return unknown
    return atScale(canonical(subtract(ask, bid)), scaleOf(props.market.tickSize))
  }
  return (
    <div
      class="flex h-8 shrink-0 items-center justify-between border-y border-line px-3"
      role="row"
    >
      <span role="cell" class="flex items-baseline gap-2">
        <Price class="text-[16px] font-semibold" text={lastText()} />
        <span class="text-muted">last</span>
      </span>
      <span role="cell" class="num live-value text-muted">
        Spread <span class="text-digits">{spread()}</span>
      </span>
    </div>
  )
}

function sourceAndTime(book: MarketBook | undefined): string {
  if (book?.time === undefined) return ''
  return `${book.source ?? ''} ${clockTime(Date.parse(book.time))}`
}
