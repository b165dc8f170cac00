import {
  CandlestickSeries,
  CrosshairMode,
  HistogramSeries,
  LineStyle,
  createChart,
  type IChartApi,
  type ISeriesApi,
  type UTCTimestamp,
} from 'lightweight-charts'
import { startMs } from '../../../client/bars'
import type { Bar } from '../../../client/shapes'
import { chartLook, token } from '../../look/chartLook'
import { createPlotLines } from '../indicator/drawPlots'
import type { Plot } from '../indicator/indicators'
import { createCandleMarks, type CandleMarks } from './candleMarks'
import { letLinesBeDragged } from './dragLines'
import type { OrderLine } from './marks'

/** The drawing of one market's bars; loaded apart from the page. */
export interface Candles {
  /** Draws what changed since the last call, or everything when the series is another one. */
  draw(bars: readonly Bar[]): void
  /** Colours follow the theme. */
  recolour(): void
  scale(decimals: number): void
  /** Shows the seconds on the axis. */
  seconds(visible: boolean): void
  readonly marks: CandleMarks
  /** Draws the lines of indicators. */
  plot(lines: readonly Plot[]): void
  remove(): void
}

export interface CandleListener {
  /** The first bars have come into sight. */
  older(): void
  /** The bar and the price under the crosshair; undefined when there is none. */
  hover(bar: Bar | undefined, price: number | undefined): void
  /** The line of an order was taken to another price. */
  moved(line: OrderLine, price: number): void
}

const nearTheStart = 30

export function drawCandles(element: HTMLElement, listener: CandleListener): Candles {
  const chart = createChart(element, {
    // At once: the library's logo would bring a style of its own, which the page forbids.
    layout: { attributionLogo: false },
    autoSize: true,
    crosshair: { mode: CrosshairMode.Normal },
    timeScale: { timeVisible: true, rightOffset: 4 },
  })
  const { price, last, volume } = addSeries(chart)
  chart.timeScale().subscribeVisibleLogicalRangeChange((range) => {
    if (range !== null && range.from < nearTheStart) listener.older()
  })
  const marks = createCandleMarks(price)
  const plots = createPlotLines(chart)
  letLinesBeDragged(element, chart, price, marks.drawn, (line, to) => listener.moved(line, to))
  let drawn: readonly Bar[] = []
  chart.subscribeCrosshairMove(({ logical, point, paneIndex }) => {
    const outside = point === undefined || logical === undefined
    const onPrices = point !== undefined && (paneIndex ?? 0) === 0
    const under = onPrices ? price.coordinateToPrice(point.y) : null
    listener.hover(outside ? undefined : drawn[logical], under ?? undefined)
  })
  // Read once a theme: asking the page for a colour is slow.
  let palette = readPalette()
  const column = (bar: Bar) => ({
    time: time(bar),
    value: Number(bar.volume),
    color: `${palette[directionOf(bar)]}59`,
  })
  const whole = (bars: readonly Bar[]) => {
    price.setData(bars.map(candle))
    volume.setData(bars.map(column))
  }
  const mark = (bars: readonly Bar[]) => {
    const newest = bars.at(-1)
    if (newest === undefined) return
    last.applyOptions({ price: Number(newest.close), color: palette[directionOf(newest)] })
  }
  const recolour = () => {
    palette = readPalette()
    applyColours(chart, price, palette)
    marks.recolour()
    plots.recolour()
    whole(drawn)
    mark(drawn)
  }
  recolour()
  return {
    draw(bars) {
      const from = firstDifference(drawn, bars)
      if (from === undefined) whole(bars)
      else {
        for (const bar of bars.slice(from)) {
          price.update(candle(bar))
          volume.update(column(bar))
        }
      }
      drawn = bars
      mark(bars)
    },
    recolour,
    marks,
    plot: (lines) => plots.draw(lines),
    scale: (decimals) =>
      price.applyOptions({
        priceFormat: { type: 'price', precision: decimals, minMove: 10 ** -decimals },
      }),
    seconds: (visible) => chart.timeScale().applyOptions({ secondsVisible: visible }),
    remove: () => chart.remove(),
  }
}

/** Candles over volume, and a line at the last price. */
function addSeries(chart: IChartApi) {
  const price = chart.addSeries(CandlestickSeries, {
    lastValueVisible: false,
    priceLineVisible: false,
  })
  // The library would label a hollow candle's price in black, whatever the theme.
  const last = price.createPriceLine({ price: 0, lineStyle: LineStyle.Dotted, lineWidth: 1 })
  const volume = chart.addSeries(HistogramSeries, {
    priceScaleId: 'volume',
    priceFormat: { type: 'volume' },
    lastValueVisible: false,
    priceLineVisible: false,
  })
  chart.priceScale('volume').applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } })
  price.priceScale().applyOptions({ scaleMargins: { top: 0.06, bottom: 0.22 } })
  return { price, last, volume }
}

/**
 * From where the series can be updated bar by bar; undefined when it has to be drawn whole, since
 * only the last bar may change and only later ones follow.
 */
export function firstDifference(
  before: readonly Bar[],
  now: readonly Bar[],
): number | undefined {
  const last = before.length - 1
  if (last < 0 || now.length < before.length) return undefined
  if (before[0]?.time !== now[0]?.time || before[last]?.time !== now[last]?.time) return undefined
  for (let i = 0; i < last; i += 1) if (!isSame(before[i], now[i])) return undefined
  return last
}

/** Longer bars are made anew from minutes with each change; most of them are as they were. */
function isSame(a: Bar | undefined, b: Bar | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined) return false
  return (['time', 'open', 'high', 'low', 'close', 'volume'] as const).every(
    (part) => a[part] === b[part],
  )
}

const time = (bar: Bar) => Math.floor(startMs(bar) / 1_000) as UTCTimestamp

function candle(bar: Bar) {
  return {
    time: time(bar),
    open: Number(bar.open),
    high: Number(bar.high),
    low: Number(bar.low),
    close: Number(bar.close),
  }
}

function directionOf(bar: Bar): keyof Palette {
  return Number(bar.close) >= Number(bar.open) ? 'up' : 'down'
}

interface Palette {
  readonly up: string
  readonly down: string
}

function readPalette(): Palette {
  return { up: token('--up'), down: token('--down') }
}

function applyColours(
  chart: IChartApi,
  price: ISeriesApi<'Candlestick'>,
  { up, down }: Palette,
): void {
  chart.applyOptions(chartLook())
  // Falling candles are filled, rising ones hollow: a difference without colour.
  price.applyOptions({
    upColor: 'transparent',
    borderUpColor: up,
    wickUpColor: up,
    downColor: down,
    borderDownColor: down,
    wickDownColor: down,
  })
}
