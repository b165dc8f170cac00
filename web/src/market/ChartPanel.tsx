import { For, Match, Show, Switch, createEffect, createSignal, lazy, Suspense } from 'solid-js'
import type { Bar, Interval } from '../../client/shapes'
import { Panel } from '../frame/Panel'
import { Price } from '../look/Price'
import { atScale, dayTime, scaleOf } from '../look/format'
import { Empty, Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { BarTable } from './BarTable'
import { createChartBars } from './chartBars'
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
  const last = followLast(topics, symbol)
  const scale = () => scaleOf(instrument()?.tickSize ?? '1')
  const unknownMarket = () =>
    instruments.loaded().state === 'live' && instrument() === undefined && route.symbol()
  const shownLast = () => {
    const price = last()?.price
    return price === undefined ? undefined : atScale(price, scale())
  }
  createEffect(() => {
    if (route.symbol() === undefined && symbol() !== undefined) route.open(symbol() as string)
  })

  return (
    <Panel
      title={symbol() ?? 'Chart'}
      testid="chart"
      live
      class={props.class}
      controls={
        <>
          <Price class="font-semibold" text={shownLast()} />
          <Show when={instrument()?.tradable === false}>
            <span class="rounded-sm border border-line px-1.5 text-muted">data only</span>
          </Show>
          <div class="ml-auto flex overflow-x-auto" role="radiogroup" aria-label="Interval">
            <For each={intervals}>
              {(each) => (
                <button
                  type="button"
                  role="radio"
                  class="quiet"
                  aria-checked={interval() === each}
                  onClick={() => setInterval(each)}
                  data-testid={`interval-${each}`}
                >
                  {each}
                </button>
              )}
            </For>
          </div>
          <button
            type="button"
            class="quiet"
            aria-pressed={asTable()}
            onClick={() => setAsTable((now) => !now)}
            data-testid="chart-table"
          >
            Table
          </button>
        </>
      }
    >
      <Switch fallback={<Skeleton rows={10} />}>
        <Match when={unknownMarket()}>
          {(name) => (
            <Empty says={`There is no market called ${name()}.`}>
              <button
                type="button"
                class="firm"
                onClick={() => route.open(instruments.value()?.[0]?.symbol ?? '')}
              >
                Open {instruments.value()?.[0]?.symbol}
              </button>
            </Empty>
          )}
        </Match>
        <Match when={(chart.bars() ?? []).length === 0 && chart.failure()}>
          {(failure) => (
            <Failed
              what="The history of this market did not load."
              failure={failure()}
              retry={() => void chart.reload()}
            />
          )}
        </Match>
        <Match when={chart.bars()?.length === 0}>
          <Empty says={`No trade has made a ${interval()} bar yet. The first will appear here.`} />
        </Match>
        <Match when={chart.bars()}>
          {(bars) => (
            <div class="relative min-h-0 flex-1">
              <Show
                when={!asTable()}
                fallback={<BarTable bars={bars()} scale={scale()} symbol={symbol() ?? ''} />}
              >
                <Suspense fallback={<Skeleton rows={10} />}>
                  <Chart
                    bars={bars()}
                    interval={interval()}
                    scale={scale()}
                    label={label(symbol() ?? '', interval(), bars())}
                    older={() => void chart.older()}
                  />
                </Suspense>
              </Show>
              <p class="live-value pointer-events-none absolute top-1 left-2 z-10 text-muted">
                {venueOf({ symbol: symbol() ?? '' }) || 'RATEL'} ·{' '}
                {dayTime(last()?.time ?? bars().at(-1)?.time ?? '')} UTC
              </p>
            </div>
          )}
        </Match>
      </Switch>
    </Panel>
  )
}

function label(symbol: string, interval: Interval, bars: readonly Bar[]): string {
  return `${symbol}, ${bars.length} bars of ${interval}, last close ${bars.at(-1)?.close ?? ''}`
}
