import {
  Match,
  Show,
  Suspense,
  Switch,
  createEffect,
  createMemo,
  createSignal,
  lazy,
  on,
} from 'solid-js'
import { startMs } from '../../../client/bars'
import { decimal, formatDecimal, toStep } from '../../../client/decimal'
import type { Failure } from '../../../client/failures'
import type { Bar } from '../../../client/shapes'
import { dayTime, scaleOf } from '../../look/format'
import { Empty, Failed, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'
import { BarTable } from './BarTable'
import { ChartLegend } from './ChartLegend'
import { createChartBars, type ChartBars } from './chartBars'
import { followEvents } from './events'
import { createPlots } from '../indicator/plots'
import { adjustedWords } from './chartChoice'
import { venueOf } from '../instruments'
import { followLast } from '../lastPrice'
import { eventMarks, fillMarks, orderLines, type Mark, type OrderLine } from './marks'

const Chart = lazy(() => import('./Chart'))

/** The bars of the market on the screen, in one of the four states. */
export function ChartBody() {
  const { rest, topics, instrument, chart, connection } = useTerminal()
  const loaded = createChartBars(
    rest,
    topics,
    () => instrument()?.symbol,
    chart.interval,
    chart.adjust,
    connection.now,
  )
  const bars = loaded.bars
  const failure = () => ((bars() ?? []).length === 0 ? loaded.failure() : undefined)
  return (
    <Switch fallback={<Skeleton rows={10} />}>
      <Match when={failure()}>
        {(why) => (
          <Failed
            what="The history of this market did not load."
            failure={why()}
            retry={() => void loaded.reload()}
          />
        )}
      </Match>
      <Match when={bars()?.length === 0}>
        <Empty
          says={`No trade has made a bar of ${chart.interval()} yet. The first will appear here.`}
        />
      </Match>
      <Match when={bars()}>{(known) => <Picture loaded={loaded} bars={known()} />}</Match>
    </Switch>
  )
}

interface PictureProps {
  readonly loaded: ChartBars
  readonly bars: readonly Bar[]
}

function Picture(props: PictureProps) {
  const { topics, instrument, chart, frame } = useTerminal()
  const symbol = () => instrument()?.symbol ?? ''
  const last = followLast(topics, () => instrument()?.symbol)
  const scale = () => scaleOf(instrument()?.tickSize ?? '1')
  const newest = () => props.bars.at(-1)
  const [hovered, setHovered] = createSignal<Bar | undefined>()
  const { marks, lines } = createMarks(() => props.bars)
  const { plots, failure, hover } = createOverlays(props, setHovered)
  // What a line was taken to is asked where the order is: nothing is sent by letting go.
  const propose = (line: OrderLine, price: number) => {
    const tick = decimal(instrument()?.tickSize ?? '1')
    const text = formatDecimal(toStep(decimal(price.toFixed(10)), tick, 'down'))
    const { order, term } = line
    if (order !== undefined && term !== undefined) frame.propose({ order, term, text })
  }
  // Indicators are computed from prices as they traded; over others they would be wrong.
  const asTraded = () => chart.adjust() === 'none'
  const inWords = () =>
    `${symbol()}, ${props.bars.length} bars of ${chart.interval()}, last close ${newest()?.close}`
  return (
    <div class="relative min-h-0 flex-1">
      <Show
        when={chart.view() === 'candles'}
        fallback={<BarTable bars={props.bars} scale={scale()} symbol={symbol()} />}
      >
        <Suspense fallback={<Skeleton rows={10} />}>
          <Chart
            bars={props.bars}
            interval={chart.interval()}
            scale={scale()}
            label={inWords()}
            marks={marks()}
            lines={lines()}
            older={() => void props.loaded.older()}
            plots={asTraded() ? plots() : []}
            hover={hover}
            moved={propose}
          />
        </Suspense>
        <NotDrawn why={failure()} />
        <Show when={hovered() ?? newest()}>
          {(bar) => (
            <ChartLegend
              bar={bar()}
              scale={scale()}
              hovered={hovered() !== undefined}
              event={eventAt(marks(), bar())}
            />
          )}
        </Show>
      </Show>
      <p
        class="live-value pointer-events-none absolute bottom-7 left-3 z-10 text-[11px] text-muted"
        classList={{ hidden: chart.view() !== 'candles' }}
      >
        {venueOf({ symbol: symbol() }) || 'RATEL'} · {instrument()?.quote ?? ''} ·{' '}
        <Show when={!asTraded()}>{`${adjustedWords(chart.adjust())}, no indicators · `}</Show>
        {dayTime(last()?.time ?? newest()?.time ?? '')} UTC
      </p>
    </div>
  )
}

/** The indicators, and the price that is pointed at, which an alert would start from. */
function createOverlays(
  props: PictureProps,
  hovered: (bar: Bar | undefined) => void,
) {
  const { rest, instrument, chart, indicators, connection } = useTerminal()
  const symbol = () => instrument()?.symbol ?? ''
  const { plots, failure } = createPlots(
    rest,
    indicators,
    symbol,
    chart.interval,
    () => props.bars.length,
    connection.now,
  )
  createEffect(on(createMemo(symbol), () => chart.point(undefined)))
  return {
    plots,
    failure,
    hover(bar: Bar | undefined, price: number | undefined) {
      hovered(bar)
      // What was pointed at last stays: the way to the alert leads off the chart.
      const decimals = scaleOf(instrument()?.tickSize ?? '1')
      if (price !== undefined) chart.point(price.toFixed(decimals))
    },
  }
}

function NotDrawn(props: { why: Failure | undefined }) {
  return (
    <Show when={props.why}>
      {(why) => (
        <p class="absolute top-8 left-3 z-10 text-warning" role="status">
          The indicators are not drawn: {why().message}
        </p>
      )}
    </Show>
  )
}

function eventAt(marks: readonly Mark[], bar: Bar): string | undefined {
  const happened = (mark: Mark) => mark.kind === 'event' || mark.kind === 'minor'
  return marks.find((mark) => happened(mark) && mark.ms === startMs(bar))?.text
}

/** What lies over the candles; events always, what is one's own when it is wanted. */
function createMarks(bars: () => readonly Bar[]) {
  const { topics, account, instrument, chart } = useTerminal()
  const symbol = createMemo(() => instrument()?.symbol ?? '')
  const events = followEvents(topics, () => instrument()?.symbol)
  const fromMs = createMemo(() => {
    const first = bars()[0]
    return first === undefined ? 0 : startMs(first)
  })
  const lines = createMemo(
    () => (chart.mine() ? orderLines(account.open(), symbol()) : []),
    [],
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const marks = createMemo(() => {
    const mine = chart.mine() ? account.fills() : []
    const happened = eventMarks(events(), chart.interval(), fromMs())
    const filled = fillMarks(mine, symbol(), chart.interval(), fromMs())
    return [...happened, ...filled].sort((a, b) => a.ms - b.ms)
  })
  return { marks, lines }
}
