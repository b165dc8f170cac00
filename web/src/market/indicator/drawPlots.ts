import {
  LineSeries,
  type IChartApi,
  type ISeriesApi,
  type LineData,
  type UTCTimestamp,
  type WhitespaceData,
} from 'lightweight-charts'
import { token } from '../../look/chartLook'
import type { Plot } from './indicators'

interface Drawn {
  readonly series: ISeriesApi<'Line'>
  readonly pane: number
}

const colours = ['--accent', '--warning', '--muted', '--up', '--down'] as const

/** Lines over the candles, and below them a pane for each indicator with an axis of its own. */
export function createPlotLines(chart: IChartApi) {
  const drawn = new Map<string, Drawn>()
  let shown: readonly Plot[] = []
  const clear = () => {
    for (const { series } of drawn.values()) chart.removeSeries(series)
    drawn.clear()
    for (let pane = chart.panes().length - 1; pane > 0; pane -= 1) chart.removePane(pane)
  }
  const build = (plots: readonly Plot[]) => {
    const owners = [...new Set(plots.filter((each) => !each.overlay).map((each) => each.owner))]
    plots.forEach((plot, i) => {
      const pane = plot.overlay ? 0 : 1 + owners.indexOf(plot.owner)
      const options = {
        title: plot.title,
        color: token(colours[i % colours.length] ?? '--accent'),
        lineWidth: 1 as const,
        priceLineVisible: false,
        lastValueVisible: !plot.overlay,
        crosshairMarkerVisible: false,
      }
      drawn.set(plot.key, { series: chart.addSeries(LineSeries, options, pane), pane })
    })
    chart.panes().forEach((pane, i) => pane.setStretchFactor(i === 0 ? 3 : 1))
  }
  return {
    draw(plots: readonly Plot[]) {
      const same =
        plots.length === shown.length && plots.every((plot, i) => plot.key === shown[i]?.key)
      if (!same) {
        clear()
        build(plots)
      }
      for (const plot of plots) drawn.get(plot.key)?.series.setData(plot.points.map(pointOf))
      shown = plots
    },
    recolour() {
      const plots = shown
      clear()
      shown = []
      this.draw(plots)
    },
  }
}

function pointOf({ ms, value }: Plot['points'][number]): LineData | WhitespaceData {
  const time = Math.floor(ms / 1_000) as UTCTimestamp
  return value === undefined ? { time } : { time, value }
}
