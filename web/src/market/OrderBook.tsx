import { For, Index, Match, Show, Switch, createEffect, createMemo, createSignal, on } from 'solid-js'
import { canonical, decimal, larger, subtract, zero, type Decimal } from '../../client/decimal'
import type { Instrument, Side } from '../../client/shapes'
import { Panel } from '../frame/Panel'
import { Price } from '../look/Price'
import { atScale, clockTime, grouped, scaleOf, unknown } from '../look/format'
import { Empty, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { DepthSide } from './DepthSide'
import { gather, steps } from './grouping'
import { followLast } from './lastPrice'
import { books } from './reducers'

/** More than fits a tall screen; what does not fit is cut at the far ends. */
const rowsMax = 40

/** Both sides of the market around the spread; a click on a price fills the ticket. */
export function OrderBook(props: { class: string }) {
  const { topics, instrument, account } = useTerminal()
  const topic = () => (instrument() === undefined ? undefined : `market.${instrument()?.symbol}.book`)
  const followed = topics.follow(topic, books)
  const [step, setStep] = createSignal('')
  createEffect(on(instrument, (now) => setStep(now?.tickSize ?? '')))
  const side = (which: Side) =>
    createMemo(() => {
      const book = followed.value()
      if (book === undefined || step() === '') return []
      return gather(which === 'buy' ? book.bids : book.asks, decimal(step()), which, rowsMax)
    })
  const [bids, asks] = [side('buy'), side('sell')]
  const deepest = createMemo<Decimal>(() =>
    larger(bids()[19]?.cumulative ?? bids().at(-1)?.cumulative ?? zero,
      asks()[19]?.cumulative ?? asks().at(-1)?.cumulative ?? zero),
  )
  const mine = createMemo(
    () =>
      new Set(
        account
          .open()
          .filter((order) => order.symbol === instrument()?.symbol)
          .map((order) => canonical(decimal(order.price ?? '0'))),
      ),
  )
  const empty = () => followed.value() !== undefined && bids().length + asks().length === 0

  return (
    <Panel
      title="Book"
      testid="book"
      live
      class={props.class}
      controls={
        <>
          <span class="live-value truncate text-muted">{sourceAndTime(followed.value())}</span>
          <Show when={instrument()}>
            {(now) => (
              <select
                class="ml-auto rounded-md bg-panel text-muted"
                aria-label="Price step of the book"
                value={step()}
                onChange={(event) => setStep(event.currentTarget.value)}
              >
                <For each={steps(now().tickSize)}>
                  {(each) => <option value={each}>{each}</option>}
                </For>
              </select>
            )}
          </Show>
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
        <Match when={followed.value() !== undefined && instrument()}>
          {(now) => (
            <div class="flex min-h-0 flex-1 flex-col" role="table" aria-label="Order book">
              <Heads instrument={now()} />
              <DepthSide side="sell" rows={asks()} deepest={deepest()} mine={mine()} />
              <Spread instrument={now()} bid={bids()[0]?.price} ask={asks()[0]?.price} />
              <DepthSide side="buy" rows={bids()} deepest={deepest()} mine={mine()} />
            </div>
          )}
        </Match>
      </Switch>
    </Panel>
  )
}

function Heads(props: { instrument: Instrument }) {
  const names = () => [
    `Price ${props.instrument.quote}`,
    `Size ${props.instrument.base}`,
    'Total',
  ]
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

function Spread(props: { instrument: Instrument; bid: Decimal | undefined; ask: Decimal | undefined }) {
  const { topics } = useTerminal()
  const last = followLast(topics, () => props.instrument.symbol)
  const scale = () => scaleOf(props.instrument.tickSize)
  const spread = () =>
    props.bid === undefined || props.ask === undefined
      ? unknown
      : grouped(canonical(subtract(props.ask, props.bid)))
  const text = () => {
    const price = last()?.price
    return price === undefined ? undefined : atScale(price, scale())
  }
  return (
    <div class="flex h-8 shrink-0 items-center justify-between border-y border-line px-3" role="row">
      <span role="cell" class="flex items-baseline gap-2">
        <Price class="text-[16px] font-semibold" text={text()} />
        <span class="text-muted">last</span>
      </span>
      <span role="cell" class="num live-value text-muted">
        Spread <span class="text-digits">{spread()}</span>
      </span>
    </div>
  )
}

function sourceAndTime(book: { source: string | undefined; time: string | undefined } | undefined) {
  if (book?.time === undefined) return ''
  return `${book.source ?? ''} ${clockTime(Date.parse(book.time))}`
}
