import { CrosshairMode, LineSeries, createChart, type UTCTimestamp } from 'lightweight-charts'
import { chartLook, token } from '../look/chartLook'
import { valueText, type SeriesPoint } from './series'

/** The drawing of one series; loaded apart from the page. */
export interface SeriesLine {
  draw(points: readonly SeriesPoint[]): void
  recolour(): void
  remove(): void
}

export function drawSeries(element: HTMLElement): SeriesLine {
  const chart = createChart(element, {
    // At once: the library's logo would bring a style of its own, which the page forbids.
    layout: { attributionLogo: false },
    autoSize: true,
    crosshair: { mode: CrosshairMode.Magnet },
    handleScroll: false,
    handleScale: false,
    rightPriceScale: { scaleMargins: { top: 0.14, bottom: 0.1 } },
  })
  const line = chart.addSeries(LineSeries, {
    lineWidth: 2,
    priceLineVisible: false,
    lastValueVisible: false,
    priceFormat: { type: 'custom', formatter: valueText, minMove: 0.000001 },
  })
  const recolour = () => {
    chart.applyOptions(chartLook())
    line.applyOptions({ color: token('--accent') })
  }
  recolour()
  return {
    draw(points) {
      line.setData(points.map(({ second, value }) => ({ time: second as UTCTimestamp, value })))
      chart.timeScale().fitContent()
    },
    recolour,
    remove: () => chart.remove(),
  }
}
