import { For, Match, Show, Switch, createMemo, createSignal, onMount } from 'solid-js'
import type { Instrument, Trade } from '../../../client/shapes'
import { Panel } from '../../frame/Panel'
import { atScale, clockTime, dayTime, scaleOf } from '../../look/format'
import { coarse } from '../../look/pointer'
import { createRowWindow } from '../../look/rowWindow'
import { Empty, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'
import { quietForMs, followBook } from '../book/books'
import { trades as tradesReducer } from '../reducers'
import { heldTrades, weightOf } from './tape'

const rowHeight = coarse ? 24 : 20

/** Time and sales: every trade of the market, the newest on top, still under the pointer. */
export function TradesPanel(props: { class: string }) {
  const { topics, instrument, connection } = useTerminal()
  const symbol = createMemo(() => instrument()?.symbol)
  const followed = topics.follow(
    () => (symbol() === undefined ? undefined : `market.${symbol()}.trades`),
    tradesReducer,
  )
  const book = followBook(topics, symbol).value
  const [held, hold] = createSignal(false)
  const tape = createMemo(
    heldTrades(() => followed.value() ?? [], held, symbol),
    { shown: [], waiting: 0, of: undefined },
  )
  const known = () => {
    const market = instrument()
    return market === undefined || followed.value() === undefined ? undefined : market
  }
  return (
    <Panel
      title="Time and sales"
      testid="trades"
      live
      oldForMs={quietForMs(instrument(), book(), connection.now())}
      class={props.class}
      controls={
        <Show when={tape().waiting > 0}>
          <button
            type="button"
            class="quiet ml-auto text-accent"
            title="Go to the newest trade"
            onClick={(event) =>
              event.currentTarget
                .closest('[data-panel]')
                ?.querySelector('[role=rowgroup]')
                ?.scrollTo({ top: 0 })
            }
            data-testid="trades-waiting"
          >
            {tape().waiting} new
          </button>
        </Show>
      }
    >
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={followed.refused()}>
          {(error) => <Empty says={`The trades are not available: ${error().message}`} />}
        </Match>
        <Match when={followed.value()?.length === 0}>
          <Empty says="Nothing has been traded here yet. The first trade will appear here." />
        </Match>
        <Match when={known()}>
          {(market) => <Tape market={market()} trades={tape().shown} hold={hold} />}
        </Match>
      </Switch>
    </Panel>
  )
}

interface TapeProps {
  readonly market: Instrument
  readonly trades: readonly Trade[]
  hold(still: boolean): void
}

function Tape(props: TapeProps) {
  const rows = createRowWindow(() => props.trades.length, rowHeight)
  let list: HTMLDivElement | undefined
  let over = false
  onMount(() => list !== undefined && rows.watch(list))
  const settle = () => props.hold(over || (list?.scrollTop ?? 0) > 0)
  const scales = () => ({
    price: scaleOf(props.market.tickSize),
    size: scaleOf(props.market.lotSize),
  })
  const largest = createMemo(() =>
    props.trades.reduce((most, trade) => Math.max(most, Number(trade.quantity)), 0),
  )
  return (
    <div class="flex min-h-0 flex-1 flex-col" role="table" aria-label="Trades, newest first">
      <div
        class="grid shrink-0 grid-cols-[5fr_4fr_4fr] gap-x-2 px-3 py-1 text-muted
          wide:max-full:px-2"
        role="row"
      >
        <span class="num truncate" role="columnheader">
          Price {props.market.quote ?? ''}
        </span>
        <span class="num truncate" role="columnheader">
          Size
        </span>
        <span class="num" role="columnheader">
          UTC
        </span>
      </div>
      <div
        ref={list}
        class="min-h-0 flex-1 overflow-y-auto overflow-x-hidden"
        role="rowgroup"
        tabindex="0"
        aria-label="Trades"
        onPointerEnter={() => {
          over = true
          settle()
        }}
        onPointerLeave={() => {
          over = false
          settle()
        }}
        onScroll={settle}
      >
        <div style={{ height: `${props.trades.length * rowHeight}px` }}>
          <div style={{ transform: `translateY(${rows.from() * rowHeight}px)` }}>
            <For each={props.trades.slice(rows.from(), rows.to())}>
              {(trade) => (
                <Row trade={trade} scales={scales()} weight={weightOf(trade, largest())} />
              )}
            </For>
          </div>
        </div>
      </div>
    </div>
  )
}

interface RowProps {
  readonly trade: Trade
  readonly scales: { readonly price: number; readonly size: number }
  /** Of the largest on the tape, from 0 to 1. */
  readonly weight: number
}

function Row(props: RowProps) {
  const looks = () =>
    ({
      buy: { arrow: '▴', colour: 'text-up-number', bar: 'bg-up' },
      sell: { arrow: '▾', colour: 'text-down-number', bar: 'bg-down' },
      none: { arrow: '', colour: 'text-text', bar: 'bg-line' },
    })[props.trade.side ?? 'none']
  return (
    <div
      role="row"
      class="relative grid h-5 grid-cols-[5fr_4fr_4fr] items-center gap-x-2 px-3 pointer-coarse:h-6
        wide:max-full:px-2 wide:max-full:text-[12px]"
      data-testid="trade-row"
      data-trade={props.trade.id}
    >
      <span
        class={`absolute inset-y-px right-0 w-full origin-right opacity-15 ${looks().bar}`}
        style={{ transform: `scaleX(${props.weight})` }}
        aria-hidden="true"
      />
      <span role="cell" class={`num live-value relative ${looks().colour}`}>
        <span class="float-left">{looks().arrow}</span>
        {atScale(props.trade.price, props.scales.price)}
      </span>
      <span role="cell" class="num live-value relative">
        {atScale(props.trade.quantity, props.scales.size)}
      </span>
      <time
        role="cell"
        class="num live-value relative text-digits"
        title={`${exactTime(props.trade.time)} UTC, trade ${props.trade.id}`}
      >
        {clockTime(Date.parse(props.trade.time))}
      </time>
    </div>
  )
}

/** `2 Mar 11:38:48.123`. */
function exactTime(time: string): string {
  return `${dayTime(time)}.${String(Date.parse(time) % 1_000).padStart(3, '0')}`
}
