import { decimals } from './market.js'

/** Average-cost positions of one account: lots, what the open ones cost, what closed ones made. */
export class Positions {
  #bySymbol = new Map()

  constructor(accountId) {
    this.accountId = accountId
  }

  /** @returns the symbols' texts after a fill of signed `lots` at `price` ticks */
  fill(market, price, lots) {
    const { symbol } = market.listing
    const held = this.#bySymbol.get(symbol) ?? { market, lots: 0, cost: 0, realized: 0 }
    const closing = Math.sign(lots) === -Math.sign(held.lots)
      ? Math.min(Math.abs(lots), Math.abs(held.lots)) : 0
    if (closing > 0) {
      const average = held.cost / Math.abs(held.lots)
      held.realized += (price - average) * closing * Math.sign(held.lots)
      held.cost -= average * closing
    }
    held.cost += price * (Math.abs(lots) - closing)
    held.lots += lots
    this.#bySymbol.set(symbol, held)
    return this.#text(held)
  }

  texts() {
    return [...this.#bySymbol.values()].map((held) => this.#text(held))
  }

  #text({ market, lots, cost, realized }) {
    const { symbol, priceScale, quantityScale } = market.listing
    const scale = priceScale + quantityScale
    const mark = market.price
    const open = (mark * lots) - Math.sign(lots) * cost
    return {
      accountId: this.accountId,
      symbol,
      quantity: market.quantityText(lots),
      averagePrice: lots === 0 ? null : decimals((cost / Math.abs(lots)) * 100, priceScale + 2),
      markPrice: market.priceText(mark),
      unrealizedPnl: lots === 0 ? '0' : decimals(open, scale),
      realizedPnl: decimals(realized, scale),
    }
  }
}
