import type { Level } from '../../../client/book'
import {
  add,
  compare,
  decimal,
  divide,
  multiply,
  subtract,
  toNumber,
  zero,
  type Decimal,
} from '../../../client/decimal'
import type { Side } from '../../../client/shapes'

/** All that stands at a price and at better ones, and what it is worth. */
export interface DepthPoint {
  readonly price: Decimal
  readonly cumulative: Decimal
  readonly value: Decimal
}

/** @param levels best first */
export function cumulate(levels: readonly Level[]): readonly DepthPoint[] {
  let cumulative = zero
  let value = zero
  return levels.map(({ price, quantity }) => {
    cumulative = add(cumulative, quantity)
    value = add(value, multiply(price, quantity))
    return { price, cumulative, value }
  })
}

/** What an order that goes as far as a price would find; undefined before the best. */
export function depthAt(
  points: readonly DepthPoint[],
  price: Decimal,
  side: Side,
): DepthPoint | undefined {
  const reaches = (point: DepthPoint) => {
    const order = compare(point.price, price)
    return side === 'buy' ? order >= 0 : order <= 0
  }
  return points.findLast(reaches)
}

/** Halfway between the best prices; undefined while a side is empty. */
export function midOf(bid: Decimal | undefined, ask: Decimal | undefined): Decimal | undefined {
  if (bid === undefined || ask === undefined) return undefined
  const sum = add(bid, ask)
  return divide(sum, decimal('2'), sum.scale + 1, 'down')
}

/** How far from the middle the picture goes at first: nine levels in ten of the farther side. */
export function reachOf(
  bids: readonly DepthPoint[],
  asks: readonly DepthPoint[],
  mid: Decimal,
): number {
  const far = (points: readonly DepthPoint[]) => {
    const point = points[Math.floor((points.length - 1) * 0.9)]
    return point === undefined ? 0 : Math.abs(toNumber(subtract(point.price, mid)))
  }
  const reach = Math.max(far(bids), far(asks))
  return reach > 0 ? reach : toNumber(mid) / 100
}

/** Where prices and quantities are on the picture. */
export interface Plane {
  readonly width: number
  readonly height: number
  /** The price at the left edge, and at the right. */
  readonly from: number
  readonly to: number
  /** The quantity at the upper edge; 0 is at the lower. */
  readonly top: number
}

export function xOf(plane: Plane, price: number): number {
  return ((price - plane.from) / (plane.to - plane.from)) * plane.width
}

export function yOf(plane: Plane, quantity: number): number {
  return plane.height - (quantity / plane.top) * plane.height
}

/** The largest quantity that the picture shows. */
export function highest(points: readonly DepthPoint[], from: number, to: number): number {
  return points.reduce((most, point) => {
    const price = toNumber(point.price)
    return price >= from && price <= to ? Math.max(most, toNumber(point.cumulative)) : most
  }, 0)
}

/**
 * The line of one side as an SVG path: level between prices, a step at each, from the best price
 * to the last one that is known, or to the edge of the picture. What lies beyond is not known.
 */
export function stepLine(points: readonly DepthPoint[], plane: Plane, side: Side): string {
  const first = points[0]
  if (first === undefined) return ''
  const edge = side === 'buy' ? 0 : plane.width
  const inside = (x: number) => (side === 'buy' ? Math.max(edge, x) : Math.min(edge, x))
  let path = `M${inside(xOf(plane, toNumber(first.price))).toFixed(1)} ${plane.height}`
  for (const point of points) {
    const x = xOf(plane, toNumber(point.price))
    path += `H${inside(x).toFixed(1)}`
    if (inside(x) !== x) return path
    path += `V${Math.max(0, yOf(plane, toNumber(point.cumulative))).toFixed(1)}`
  }
  return path
}

/** A round number with some room above a quantity; 1 above nothing. */
export function roundAbove(quantity: number): number {
  if (!(quantity > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(quantity))
  const times = [1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((each) => each * power >= quantity * 1.04)
  return Number(((times ?? 12) * power).toPrecision(12))
}

/** Round numbers between two, at most `count` of them: 1, 2 or 5 times a power of ten apart. */
export function roundSteps(from: number, to: number, count: number): readonly number[] {
  const rough = (to - from) / Math.max(1, count)
  if (!(rough > 0)) return []
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10)
  const first = Math.ceil(from / step)
  const length = Math.max(0, Math.floor(to / step) - first + 1)
  return Array.from({ length }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}
