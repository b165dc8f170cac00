import type { IChartApi, IPriceLine, ISeriesApi } from 'lightweight-charts'
import type { OrderLine } from './marks'

/** A line as it is drawn, and what it stands for. */
export interface DrawnLine {
  readonly line: IPriceLine
  readonly of: OrderLine
}

/** So near to a line a press means it, and not the chart. */
const nearPx = 4

/** Which of some heights is nearest to a height, within a few pixels; null is out of sight. */
export function nearest(y: number, heights: readonly (number | null)[]): number | undefined {
  let found: number | undefined
  let least = nearPx
  heights.forEach((height, i) => {
    const away = height === null ? Infinity : Math.abs(height - y)
    if (away > least) return
    least = away
    found = i
  })
  return found
}

/**
 * Lets the mouse take the line of an order to another price. The line is only where it was taken
 * to while it is held: what the order becomes is for others to ask.
 *
 * @param moved told of the line and the price that it was let go at
 */
export function letLinesBeDragged(
  element: HTMLElement,
  chart: IChartApi,
  series: ISeriesApi<'Candlestick'>,
  lines: () => readonly DrawnLine[],
  moved: (of: OrderLine, price: number) => void,
): void {
  const heightOf = (event: MouseEvent) => event.clientY - element.getBoundingClientRect().top
  const lineAt = (event: MouseEvent) => {
    // Beside the prices the axis has a meaning of its own.
    const beside = event.clientX - element.getBoundingClientRect().left
    if (beside > chart.timeScale().width()) return undefined
    const free = lines().filter((each) => each.of.order !== undefined)
    const at = nearest(heightOf(event), free.map((each) => series.priceToCoordinate(each.of.price)))
    return at === undefined ? undefined : free[at]
  }
  const drag = (held: DrawnLine) => {
    let price = held.of.price
    const move = (event: MouseEvent) => {
      price = series.coordinateToPrice(heightOf(event)) ?? price
      held.line.applyOptions({ price })
    }
    const drop = () => {
      removeEventListener('mousemove', move)
      removeEventListener('mouseup', drop)
      held.line.applyOptions({ price: held.of.price })
      if (price !== held.of.price) moved(held.of, price)
    }
    addEventListener('mousemove', move)
    addEventListener('mouseup', drop)
  }
  element.addEventListener('mousemove', (event) => {
    element.classList.toggle('cursor-ns-resize', lineAt(event) !== undefined)
  })
  const press = (event: MouseEvent) => {
    const held = event.button === 0 ? lineAt(event) : undefined
    if (held === undefined) return
    // The chart would take the press for its own and move the candles.
    event.stopPropagation()
    event.preventDefault()
    drag(held)
  }
  element.addEventListener('mousedown', press, { capture: true })
}
