import { For, Match, Show, Suspense, Switch, createEffect, createSignal, lazy } from 'solid-js'
import type { Bar, Interval } from '../../client/shapes'
import { Panel } from '../frame/Panel'
import { Price } from '../look/Price'
import { atScale, dayTime, scaleOf } from '../look/format'
import { Empty, Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { BarTable } from './BarTable'
import { createChartBars, type ChartBars } from './chartBars'
import { venueOf } from './instruments'
import { followLast } from './lastPrice'

const Chart = lazy(() => import('./Chart'))
const intervals: readonly Interval[] = ['1s', '1m', '5m', '1h', '1d']

/** The market on the screen: candles and volume, or the same as a table. */
export function ChartPanel(props: { class: string }) {
  const { rest, topics, instrument, instruments, route, connection } = useTerminal()
  const [interval, setInterval] = createSignal<Interval>('1m')
  const [asTable, setAsTable] = createSignal(false)
  const symbol = () => instrument()?.symbol
  const chart = createChartBars(rest, topics, symbol, interval, connection.now)
  const lostName = () => {
    const found = instruments.loaded().state !== 'live' || instrument() !== undefined
    return found ? undefined : route.symbol()
  }
  createEffect(() => {
    const first = symbol()
    if (route.symbol() === undefined && first !== undefined) route.open(first)
  })
  return (
    <Panel
      title={symbol() ?? 'Chart'}
      testid="chart"
      live
      class={props.class}
      controls={
        <>
          <LastPrice />
          <div class="ml-auto flex">
            <Intervals chosen={interval()} choose={setInterval} />
            <button
              type="button"
              class="quiet max-wide:px-1.5"
              aria-pressed={asTable()}
              onClick={() => setAsTable((now) => !now)}
              data-testid="chart-table"
            >
              Table
            </button>
          </div>
        </>
      }
    >
      <Show
        when={lostName()}
        fallback={<Body chart={chart} interval={interval()} table={asTable()} />}
      >
        {(name) => <LostMarket name={name()} />}
      </Show>
    </Panel>
  )
}

function LastPrice() {
  const { topics, instrument } = useTerminal()
  const last = followLast(topics, () => instrument()?.symbol)
  const text = () => {
    const price = last()?.price
    return price === undefined ? undefined : atScale(price, scaleOf(instrument()?.tickSize ?? '1'))
  }
  return (
    <>
      <Price class="font-semibold" text={text()} />
      <Show when={instrument()?.tradable === false}>
        <span class="rounded-sm border border-line px-1.5 text-muted">data only</span>
      </Show>
    </>
  )
}

function Intervals(props: { chosen: Interval; choose(interval: Interval): void }) {
  return (
    <div class="flex" role="radiogroup" aria-label="Interval">
      <For each={intervals}>
        {(each) => (
          <button
            type="button"
            role="radio"
            class="quiet max-wide:px-1.5"
            aria-checked={props.chosen === each}
            onClick={() => props.choose(each)}
            data-testid={`interval-${each}`}
          >
            {each}
          </button>
        )}
      </For>
    </div>
  )
}

interface BodyProps {
  readonly chart: ChartBars
  readonly interval: Interval
  readonly table: boolean
}

function Body(props: BodyProps) {
  const bars = () => props.chart.bars()
  const failure = () => ((bars() ?? []).length === 0 ? props.chart.failure() : undefined)
  return (
    <Switch fallback={<Skeleton rows={10} />}>
      <Match when={failure()}>
        {(why) => (
          <Failed
            what="The history of this market did not load."
            failure={why()}
            retry={() => void props.chart.reload()}
          />
        )}
      </Match>
      <Match when={bars()?.length === 0}>
        <Empty
          says={`No trade has made a bar of ${props.interval} yet. The first will appear here.`}
        />
      </Match>
      <Match when={bars()}>{(known) => <Picture {...props} bars={known()} />}</Match>
    </Switch>
  )
}

function Picture(props: BodyProps & { bars: readonly Bar[] }) {
  const { topics, instrument } = useTerminal()
  const symbol = () => instrument()?.symbol ?? ''
  const last = followLast(topics, () => instrument()?.symbol)
  const scale = () => scaleOf(instrument()?.tickSize ?? '1')
  const newest = () => props.bars.at(-1)
  const inWords = () =>
    `${symbol()}, ${props.bars.length} bars of ${props.interval}, last close ${newest()?.close}`
  return (
    <div class="relative min-h-0 flex-1">
      <Show
        when={!props.table}
        fallback={<BarTable bars={props.bars} scale={scale()} symbol={symbol()} />}
      >
        <Suspense fallback={<Skeleton rows={10} />}>
          <Chart
            bars={props.bars}
            interval={props.interval}
            scale={scale()}
            label={inWords()}
            older={() => void props.chart.older()}
          />
        </Suspense>
      </Show>
      <p class="live-value pointer-events-none absolute top-1 left-2 z-10 text-muted">
        {venueOf({ symbol: symbol() }) || 'RATEL'} · {instrument()?.quote ?? ''} ·{' '}
        {dayTime(last()?.time ?? newest()?.time ?? '')} UTC
      </p>
    </div>
  )
}

function LostMarket(props: { name: string }) {
  const { route, instruments } = useTerminal()
  const first = () => instruments.value()?.[0]?.symbol
  return (
    <Empty says={`There is no market called ${props.name}.`}>
      <Show when={first()}>
        {(symbol) => (
          <button type="button" class="firm" onClick={() => route.open(symbol())}>
            Open {symbol()}
          </button>
        )}
      </Show>
    </Empty>
  )
}
