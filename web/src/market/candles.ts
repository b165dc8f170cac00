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
import { startMs } from '../../client/bars'
import type { Bar } from '../../client/shapes'

/** The drawing of one market's bars; loaded apart from the page. */
export interface Candles {
  /** Draws what changed since the last call, or everything when the series is another one. */
  draw(bars: readonly Bar[]): void
  /** Colours follow the theme. */
  recolour(): void
  scale(decimals: number): void
  /** Shows the seconds on the axis. */
  seconds(visible: boolean): void
  remove(): void
}

const nearTheStart = 30

/** @param older is called when the first bars come into sight */
export function drawCandles(element: HTMLElement, older: () => void): Candles {
  const chart = createChart(element, {
    autoSize: true,
    crosshair: { mode: CrosshairMode.Normal },
    // The library is credited on the page's own sheet of shortcuts.
    layout: { attributionLogo: false },
    timeScale: { timeVisible: true, rightOffset: 4 },
    localization: { locale: 'en-GB' },
  })
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
  chart.timeScale().subscribeVisibleLogicalRangeChange((range) => {
    if (range !== null && range.from < nearTheStart) older()
  })
  let drawn: readonly Bar[] = []
  const whole = (bars: readonly Bar[]) => {
    price.setData(bars.map(candle))
    volume.setData(bars.map(column))
  }
  const mark = (bars: readonly Bar[]) => {
    const newest = bars.at(-1)
    if (newest === undefined) return
    last.applyOptions({ price: Number(newest.close), color: token(directionOf(newest)) })
  }
  const recolour = () => {
    applyColours(chart, price)
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
    scale: (decimals) =>
      price.applyOptions({
        priceFormat: { type: 'price', precision: decimals, minMove: 10 ** -decimals },
      }),
    seconds: (visible) => chart.timeScale().applyOptions({ secondsVisible: visible }),
    remove: () => chart.remove(),
  }
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
  for (let i = 0; i < last; i += 1) if (before[i] !== now[i]) return undefined
  return last
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

function column(bar: Bar) {
  return { time: time(bar), value: Number(bar.volume), color: `${token(directionOf(bar))}59` }
}

function directionOf(bar: Bar): '--up' | '--down' {
  return Number(bar.close) >= Number(bar.open) ? '--up' : '--down'
}

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

function applyColours(chart: IChartApi, price: ISeriesApi<'Candlestick'>): void {
  const [line, muted, up, down] = ['--line', '--muted', '--up', '--down'].map(token) as [
    string,
    string,
    string,
    string,
  ]
  chart.applyOptions({
    layout: {
      background: { color: token('--panel') },
      textColor: muted,
      fontFamily: getComputedStyle(document.body).fontFamily,
      fontSize: 11,
    },
    grid: { vertLines: { color: `${line}80` }, horzLines: { color: `${line}80` } },
    rightPriceScale: { borderColor: line },
    timeScale: { borderColor: line },
    crosshair: {
      vertLine: { color: muted, labelBackgroundColor: token('--edge') },
      horzLine: { color: muted, labelBackgroundColor: token('--edge') },
    },
  })
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
