import { For, Index, Match, Show, Switch } from 'solid-js'
import { createEffect, createMemo, createSignal, on } from 'solid-js'
import type { Book } from '../../client/book'
import { canonical, decimal, larger, subtract, zero, type Decimal } from '../../client/decimal'
import type { Instrument } from '../../client/shapes'
import { Panel } from '../frame/Panel'
import { Price } from '../look/Price'
import { atScale, clockTime, scaleOf, unknown } from '../look/format'
import { Empty, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { DepthSide } from './DepthSide'
import { gather, steps } from './grouping'
import { followLast } from './lastPrice'
import { books } from './reducers'
import { createRowsThatFit } from './rowsThatFit'

/** A finger needs a taller row than a pointer. */
const rowHeight = matchMedia('(pointer: coarse)').matches ? 28 : 20

/** Both sides of the market around the spread; a click on a price fills the ticket. */
export function OrderBook(props: { class: string }) {
  const { topics, instrument } = useTerminal()
  const topic = () => {
    const symbol = instrument()?.symbol
    return symbol === undefined ? undefined : `market.${symbol}.book`
  }
  const followed = topics.follow(topic, books)
  const [step, setStep] = createSignal('')
  createEffect(on(instrument, (now) => setStep(now?.tickSize ?? '')))
  const known = () => {
    const [market, book] = [instrument(), followed.value()]
    return market === undefined || book === undefined ? undefined : { market, book }
  }
  const empty = () => {
    const book = followed.value()
    return book !== undefined && book.bids.length + book.asks.length === 0
  }
  return (
    <Panel
      title="Book"
      testid="book"
      live
      class={props.class}
      controls={
        <>
          <span class="live-value truncate text-muted">{sourceAndTime(followed.value())}</span>
          <StepChoice instrument={instrument()} chosen={step()} choose={setStep} />
        </>
      }
    >
      <Switch fallback={<Skeleton rows={12} />}>
        <Match when={followed.refused()}>
          {(error) => <Empty says={`The book is not available: ${error().message}`} />}
        </Match>
        <Match when={empty()}>
          <Empty says="No one is bidding or offering yet. A limit order would be the first." />
        </Match>
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
          class="ml-auto rounded-md bg-panel text-muted"
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

function Ladder(props: { market: Instrument; book: Book; step: Decimal }) {
  const { account } = useTerminal()
  const [rows, watch] = createRowsThatFit(rowHeight)
  const bids = createMemo(() => gather(props.book.bids, props.step, 'buy', rows()))
  const asks = createMemo(() => gather(props.book.asks, props.step, 'sell', rows()))
  const deepest = createMemo(() =>
    larger(bids().at(-1)?.cumulative ?? zero, asks().at(-1)?.cumulative ?? zero),
  )
  const mine = createMemo(() => {
    const here = account.open().filter((order) => order.symbol === props.market.symbol)
    return new Set(here.map((order) => canonical(decimal(order.price ?? '0'))))
  })
  const common = { height: rowHeight, deepest, mine }
  return (
    <div class="flex min-h-0 flex-1 flex-col" role="table" aria-label="Order book">
      <Heads market={props.market} />
      <DepthSide side="sell" rows={asks()} watch={watch} {...common} />
      <Spread market={props.market} bid={bids()[0]?.price} ask={asks()[0]?.price} />
      <DepthSide side="buy" rows={bids()} {...common} />
    </div>
  )
}

function Heads(props: { market: Instrument }) {
  const names = () => [`Price ${props.market.quote ?? ''}`, `Size ${props.market.base}`, 'Total']
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

function sourceAndTime(book: Book | undefined): string {
  if (book?.time === undefined) return ''
  return `${book.source ?? ''} ${clockTime(Date.parse(book.time))}`
}
