import {
  LineStyle,
  createSeriesMarkers,
  type ISeriesApi,
  type SeriesMarker,
  type Time,
  type UTCTimestamp,
} from 'lightweight-charts'
import { token } from '../../look/chartLook'
import type { DrawnLine } from './dragLines'
import type { Mark, OrderLine } from './marks'

/** What is drawn over the candles: fills, events and working orders. */
export interface CandleMarks {
  mark(marks: readonly Mark[]): void
  lines(lines: readonly OrderLine[]): void
  /** The lines as they are drawn now. */
  drawn(): readonly DrawnLine[]
  recolour(): void
}

const looks = {
  buy: { position: 'belowBar', shape: 'arrowUp', colour: '--up-number', size: 0.8 },
  sell: { position: 'aboveBar', shape: 'arrowDown', colour: '--down-number', size: 0.8 },
  event: { position: 'aboveBar', shape: 'circle', colour: '--warning', size: 0.8 },
  minor: { position: 'aboveBar', shape: 'circle', colour: '--muted', size: 0.3 },
} as const

export function createCandleMarks(series: ISeriesApi<'Candlestick'>): CandleMarks {
  const plugin = createSeriesMarkers<Time>(series, [])
  let marked: readonly Mark[] = []
  let drawn: readonly DrawnLine[] = []
  const mark = (marks: readonly Mark[]) => {
    marked = marks
    plugin.setMarkers(marks.map(marker))
  }
  const lines = (orders: readonly OrderLine[]) => {
    drawn.forEach(({ line }) => series.removePriceLine(line))
    drawn = orders.map((of) => ({
      of,
      line: series.createPriceLine({
        price: of.price,
        title: of.title,
        color: token(looks[of.side].colour),
        axisLabelTextColor: token('--panel'),
        lineStyle: LineStyle.Dashed,
        lineWidth: 1,
      }),
    }))
  }
  return {
    mark,
    lines,
    drawn: () => drawn,
    recolour() {
      mark(marked)
      lines(drawn.map(({ of }) => of))
    },
  }
}

function marker({ ms, kind, text }: Mark): SeriesMarker<Time> {
  const { position, shape, colour, size } = looks[kind]
  const time = Math.floor(ms / 1_000) as UTCTimestamp
  // The line above the chart and the legend say what happened: words would cover each other.
  const words = kind === 'event' || kind === 'minor' ? '' : text
  return { time, position, shape, color: token(colour), text: words, size }
}
