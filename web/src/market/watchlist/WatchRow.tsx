import { Show, createMemo } from 'solid-js'
import { compare, decimal, subtract, toNumber } from '../../../client/decimal'
import type { Bar, Instrument, Trade } from '../../../client/shapes'
import { Price } from '../../look/Price'
import { age, atScale, percent, scaleOf, unknown } from '../../look/format'
import { useTerminal } from '../../terminal'
import { venueOf } from '../instruments'
import { kindWord } from './kinds'
import { followTrades } from '../lastPrice'
import { dayOpen, sparkPath } from './spark'

/** A venue's last trade older than this is not taken for the price of now. */
const quietMs = 60_000
/** Twice a second is as often as a list of prices can be read. */
const everyMs = 500
const [width, height] = [48, 26]

interface WatchRowProps {
  readonly instrument: Instrument
  readonly index: number
  readonly of: number
  /** Whether the list is being scrolled: a row that only passes by asks for nothing. */
  readonly passing: boolean
}

/** One market: its name, the last day as a line, its price and the change on the day. */
export function WatchRow(props: WatchRowProps) {
  const { instrument: current, route, frame, topics, connection } = useTerminal()
  const { symbol } = props.instrument
  const selected = createMemo(() => current()?.symbol === symbol)
  const looked = createMemo<boolean>((before) => before || !props.passing, false)
  const trades = followTrades(topics, () => (looked() ? symbol : undefined), everyMs)
  const last = () => trades()?.[0]
  /** When the line ends: with the last trade, or now where nothing has been traded lately. */
  const until = () => {
    const known = trades()
    return known && (known[0]?.time ?? new Date(connection.platformNow()).toISOString())
  }
  const quietForMs = createMemo(() => {
    const trade = last()
    if (trade === undefined || venueOf(props.instrument) === '') return undefined
    const ms = connection.platformNow() - Date.parse(trade.time)
    return ms > quietMs ? ms : undefined
  })
  const choose = () => {
    route.open(symbol)
    frame.show('chart')
  }
  return (
    <div
      role="option"
      aria-selected={selected()}
      aria-posinset={props.index + 1}
      aria-setsize={props.of}
      tabindex="-1"
      class="grid h-10 grid-cols-[minmax(0,1fr)_auto_72px] items-center gap-2 border-l-2
        border-transparent pr-3 pl-2.5 hover:bg-raised aria-selected:border-accent
        aria-selected:bg-raised pointer-coarse:h-12 wide:max-full:gap-1.5"
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        choose()
      }}
      data-symbol={symbol}
      data-stale={quietForMs() !== undefined}
    >
      <span class="min-w-0 leading-tight">
        <span class="block truncate" title={symbol}>
          {symbol.split(':').at(-1)}
        </span>
        <span class="block truncate text-[11px] text-muted">
          <Show when={quietForMs()} fallback={kindWord(props.instrument.kind)}>
            {(ms) => <span class="text-warning">{age(ms())} old</span>}
          </Show>
        </span>
      </span>
      <LiveCells instrument={props.instrument} last={last()} until={until()} />
    </div>
  )
}

interface LiveCellsProps {
  readonly instrument: Instrument
  readonly last: Trade | undefined
  readonly until: string | undefined
}

function LiveCells(props: LiveCellsProps) {
  const { sparks } = useTerminal()
  const bars = sparks.follow(props.instrument.symbol, () => props.until)
  const change = createMemo(() => changeOf(props.last, bars()))
  const colour = () => ['text-down-number', 'text-muted', 'text-up-number'][1 + change().sign] ?? ''
  const shown = () => {
    const price = props.last?.price
    return price === undefined ? undefined : atScale(price, scaleOf(props.instrument.tickSize))
  }
  return (
    <>
      <Sparkline
        bars={bars()}
        price={props.last?.price}
        until={props.until}
        sign={change().sign}
      />
      <span class="min-w-0 text-right leading-tight">
        <Price class="block" text={shown()} />
        <span class={`num live-value block text-[11px] ${colour()}`} data-testid="change">
          {['▾ ', '', '▴ '][1 + change().sign]}
          {change().text}
        </span>
      </span>
    </>
  )
}

interface SparklineProps {
  readonly bars: readonly Bar[] | undefined
  /** Of the last trade; without one the line ends with the last bar. */
  readonly price: string | undefined
  readonly until: string | undefined
  readonly sign: number
}

/** The line says the same as the change beside it; that one has the sign and the arrow. */
function Sparkline(props: SparklineProps) {
  const path = createMemo(() => {
    const { bars, until } = props
    const price = props.price ?? bars?.at(-1)?.close
    if (bars === undefined || price === undefined || until === undefined) return ''
    return sparkPath(bars, price, Date.parse(until), width, height)
  })
  const colour = () => ['stroke-down', 'stroke-muted', 'stroke-up'][1 + props.sign] ?? ''
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      class="live-value h-6.5 w-12 wide:max-full:w-9"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path
        d={path()}
        class={`fill-none ${colour()}`}
        stroke-width="1.25"
        stroke-linejoin="round"
        vector-effect="non-scaling-stroke"
        data-testid="spark"
      />
    </svg>
  )
}

/** Since the first trade of the day in UTC. */
function changeOf(
  last: Trade | undefined,
  bars: readonly Bar[] | undefined,
): { readonly sign: number; readonly text: string } {
  const first = last === undefined ? undefined : dayOpen(bars ?? [], last.time)
  if (last === undefined || first === undefined) return { sign: 0, text: unknown }
  const [price, open] = [decimal(last.price), decimal(first)]
  const base = toNumber(open)
  const text = base === 0 ? unknown : percent(toNumber(subtract(price, open)) / base)
  return { sign: compare(price, open), text }
}
