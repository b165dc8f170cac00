import {
  BaselineSeries,
  CrosshairMode,
  LineStyle,
  createChart,
  type IPriceLine,
  type UTCTimestamp,
} from 'lightweight-charts'
import { chartLook, token } from '../look/chartLook'

/** A moment of the curve; values are for drawing only. */
export interface CurvePoint {
  readonly ms: number
  readonly value: number
}

/** The drawing of an account's worth over time; loaded apart from the page. */
export interface EquityCurve {
  /** @param base what the stretch began with: above is a gain, below a loss */
  draw(points: readonly CurvePoint[], base: number): void
  recolour(): void
  remove(): void
}

export function drawEquity(element: HTMLElement): EquityCurve {
  const chart = createChart(element, {
    // At once: the library's logo would bring a style of its own, which the page forbids.
    layout: { attributionLogo: false },
    autoSize: true,
    crosshair: { mode: CrosshairMode.Magnet },
    timeScale: { timeVisible: true },
    handleScroll: false,
    handleScale: false,
    rightPriceScale: { scaleMargins: { top: 0.14, bottom: 0.1 } },
  })
  const curve = chart.addSeries(BaselineSeries, {
    lineWidth: 2,
    priceLineVisible: false,
    lastValueVisible: false,
    priceFormat: { type: 'custom', formatter: thousands, minMove: 0.01 },
  })
  let zero: IPriceLine | undefined
  const recolour = () => {
    chart.applyOptions(chartLook())
    const [up, down] = [token('--up'), token('--down')]
    curve.applyOptions({
      topLineColor: up,
      topFillColor1: `${up}40`,
      topFillColor2: `${up}08`,
      bottomLineColor: down,
      bottomFillColor1: `${down}08`,
      bottomFillColor2: `${down}40`,
    })
    zero?.applyOptions({ color: token('--muted'), axisLabelColor: token('--edge') })
  }
  recolour()
  return {
    draw(points, base) {
      curve.applyOptions({ baseValue: { type: 'price', price: base } })
      curve.setData(
        points.map(({ ms, value }) => ({ time: Math.floor(ms / 1_000) as UTCTimestamp, value })),
      )
      zero ??= curve.createPriceLine({
        price: base,
        color: token('--muted'),
        axisLabelColor: token('--edge'),
        lineStyle: LineStyle.Dashed,
        lineWidth: 1,
      })
      zero.applyOptions({ price: base })
      chart.timeScale().fitContent()
    },
    recolour,
    remove: () => chart.remove(),
  }
}

function thousands(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 0 })
}
