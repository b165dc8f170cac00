import { equityHistory } from './equity.js'
import { decimals } from './market.js'
import { Positions } from './positions.js'

const scale = 8
const unit = 10 ** scale

export class Refusal extends Error {
  constructor(status, code, message, field, value, rule) {
    super(message)
    this.status = status
    this.body = { code, message, field, value, rule }
  }
}

/** One person's orders, fills and balances against the made-up markets. */
export class Account {
  constructor({ id, name, funds }, markets, announce) {
    this.id = id
    this.name = name
    this.markets = markets
    this.announce = announce
    this.orders = []
    this.fills = []
    this.byKey = new Map()
    this.balances = new Map(
      Object.entries(funds).map(([asset, amount]) => [asset, { total: amount * unit, held: 0 }]),
    )
    this.positions = new Positions(id)
    this.sequence = 1_000
    const worth = this.#worth()
    this.equity = equityHistory(worth, Math.round(worth * 0.97), Number(id))
  }

  #worth() {
    const price = (asset) => {
      const market = [...this.markets.values()].find(
        ({ listing }) => listing.tradable && listing.base === asset,
      )
      return asset === 'USD' ? 1 : market.price / 10 ** market.listing.priceScale
    }
    return [...this.balances].reduce((sum, [asset, { total }]) =>
      sum + (total / unit) * price(asset), 0)
  }

  /** Weeks of trading that never were, so that lists have a past; the funds stay as they are. */
  recall(count) {
    const markets = [...this.markets.values()].filter(({ listing }) => listing.tradable)
    for (let i = 0; i < count; i += 1) {
      const market = markets[(i * i) % markets.length]
      const { random, listing } = market
      const price = market.price + Math.round((random() - 0.6) * 40 * listing.step)
      const lots = Math.max(1, Math.round(listing.size * random() * 0.4))
      const side = random() < 0.56 ? 'buy' : 'sell'
      const createdAt = new Date(Date.now() - (count - i) * 7_200_000).toISOString()
      const order = {
        id: String(400_000 + i), clientOrderId: `past-${i}`, market, side, type: 'limit',
        timeInForce: 'GTC', price, lots, filled: lots, turnover: price * lots, held: 0,
        status: 'filled', sequence: i, createdAt,
      }
      this.orders.unshift(order)
      this.fills.unshift({
        id: String(i), orderId: order.id, symbol: listing.symbol, side, liquidity: 'maker',
        price: market.priceText(price), quantity: market.quantityText(lots), time: createdAt,
        fee: decimals(Math.ceil(this.#value(market, price, lots) * 0.0005), scale),
        feeAsset: listing.quote,
      })
      this.positions.fill(market, price, side === 'buy' ? lots : -lots)
    }
  }

  balancesText() {
    return [...this.balances].map(([asset, { total, held }]) => ({
      accountId: this.id,
      asset,
      total: decimals(total, scale),
      held: decimals(held, scale),
      available: decimals(total - held, scale),
    }))
  }

  text(order) {
    const { market, status, side, type, clientOrderId, createdAt, timeInForce } = order
    return {
      id: order.id, accountId: this.id, clientOrderId, symbol: market.listing.symbol, side, type,
      timeInForce, status, createdAt,
      price: order.price === undefined ? null : market.priceText(order.price),
      quantity: market.quantityText(order.lots),
      filled: market.quantityText(order.filled),
      averagePrice: order.filled === 0 ? null : market.priceText(order.turnover / order.filled),
      sequence: order.sequence,
    }
  }

  /** @returns the order and whether it was there before */
  place(body) {
    const known = this.byKey.get(body.clientOrderId)
    if (known !== undefined) return { order: this.text(known), duplicate: true }
    const market = this.markets.get(body.symbol)
    if (market === undefined || !market.listing.tradable) {
      throw new Refusal(422, 'NOT_TRADABLE', `${body.symbol} cannot be traded here`, 'symbol',
        body.symbol, 'must be a tradable instrument')
    }
    const order = this.#read(market, body)
    this.#hold(order)
    this.orders.unshift(order)
    this.byKey.set(order.clientOrderId, order)
    this.#take(order)
    if (order.status !== 'filled' && (order.type === 'market' || order.timeInForce !== 'GTC')) {
      this.#end(order, 'canceled')
    }
    this.#changed(order)
    return { order: this.text(order), duplicate: false }
  }

  cancel(id) {
    const order = this.orders.find((each) => each.id === id)
    if (order === undefined) throw new Refusal(404, 'UNKNOWN_ORDER', `no order ${id}`, 'id', id)
    if (!live(order)) {
      throw new Refusal(409, 'ORDER_NOT_OPEN', `order ${id} is ${order.status}`, 'id', id)
    }
    this.#end(order, 'canceled')
    this.#changed(order)
    return { id: order.id, status: order.status, sequence: order.sequence }
  }

  /** Gives an order in the book another price and size. */
  replace(id, body) {
    const order = this.orders.find((each) => each.id === id)
    if (order === undefined) throw new Refusal(404, 'UNKNOWN_ORDER', `no order ${id}`, 'id', id)
    const { market } = order
    const before = this.text(order)
    const { price, lots } = this.#read(market, { ...before, ...body, type: 'limit' })
    this.#release(order)
    Object.assign(order, { price, lots })
    this.#hold(order)
    this.#take(order)
    this.#changed(order)
    return this.text(order)
  }

  /** The market moved: what it reached is filled. */
  settle(market) {
    for (const order of this.orders) {
      if (order.market !== market || !live(order)) continue
      const before = order.filled
      this.#take(order, 'maker')
      if (order.filled !== before) this.#changed(order)
    }
  }

  #read(market, body) {
    const units = (text, places, field) => {
      const value = Number(text) * 10 ** places
      if (!/^\d+(\.\d+)?$/.test(text ?? '') || Math.abs(value - Math.round(value)) > 1e-6) {
        throw new Refusal(422, `INVALID_${field.toUpperCase()}`,
          `${field} must be a whole number of steps, was ${text}`, field, text, 'a multiple')
      }
      return Math.round(value)
    }
    return {
      id: String(500_000 + this.byKey.size + Number(this.id) % 1_000_000 * 10_000),
      clientOrderId: body.clientOrderId,
      market,
      side: body.side,
      type: body.type,
      timeInForce: body.timeInForce ?? (body.type === 'market' ? 'IOC' : 'GTC'),
      price: body.type === 'limit' ? units(body.price, market.listing.priceScale, 'price')
        : undefined,
      lots: units(body.quantity, market.listing.quantityScale, 'quantity'),
      filled: 0, turnover: 0, held: 0, status: 'open', sequence: 0,
      createdAt: new Date().toISOString(),
    }
  }

  #value(market, price, lots) {
    const { priceScale, quantityScale } = market.listing
    return Math.round((price * lots * unit) / 10 ** (priceScale + quantityScale))
  }

  #hold(order) {
    const { market, side, lots } = order
    const { base, quote } = market.listing
    order.heldAsset = side === 'buy' ? quote : base
    const price = order.price ?? market.best(side)
    order.held = side === 'buy' ? Math.ceil(this.#value(market, price, lots) * 1.001)
      : Math.round((lots * unit) / 10 ** market.listing.quantityScale)
    const balance = this.balances.get(order.heldAsset) ?? { total: 0, held: 0 }
    if (balance.total - balance.held < order.held) {
      const has = decimals(balance.total - balance.held, scale)
      throw new Refusal(422, 'INSUFFICIENT_FUNDS',
        `The order needs ${decimals(order.held, scale)} ${order.heldAsset}, ${has} is available`,
        'quantity', market.quantityText(lots), 'must not need more than is available')
    }
    balance.held += order.held
    this.balances.set(order.heldAsset, balance)
  }

  #take(order, liquidity = 'taker') {
    const { market, side } = order
    const levels = side === 'buy' ? market.asks : market.bids
    const sign = side === 'buy' ? 1 : -1
    for (const price of [...levels.keys()].sort((a, b) => sign * (a - b))) {
      if (order.filled === order.lots) return
      if (order.price !== undefined && sign * (price - order.price) > 0) return
      const lots = Math.min(levels.get(price), order.lots - order.filled)
      if (lots === levels.get(price)) levels.delete(price)
      else levels.set(price, levels.get(price) - lots)
      this.#fill(order, liquidity === 'maker' ? order.price : price, lots, liquidity)
    }
  }

  #fill(order, price, lots, liquidity) {
    const { market, side } = order
    const { base, quote, symbol } = market.listing
    const trade = market.trade(price, lots, side, Date.now())
    const value = this.#value(market, price, lots)
    const fee = Math.ceil(value * (liquidity === 'maker' ? 0.0005 : 0.001))
    order.filled += lots
    order.turnover += price * lots
    order.status = order.filled === order.lots ? 'filled' : 'partiallyFilled'
    const sign = side === 'buy' ? 1 : -1
    this.#move(base, (sign * lots * unit) / 10 ** market.listing.quantityScale)
    this.#move(quote, -sign * value - fee)
    if (order.status === 'filled') this.#release(order)
    const fill = {
      id: trade.id, orderId: order.id, symbol, side, price: trade.price, liquidity,
      quantity: trade.quantity, fee: decimals(fee, scale), feeAsset: quote, time: trade.time,
    }
    this.fills.unshift(fill)
    this.announce.trade(market, trade)
    const position = this.positions.fill(market, price, sign * lots)
    this.announce.portfolio({
      balances: this.balancesText(), fills: [fill], positions: [position],
    })
  }

  #move(asset, amount) {
    const balance = this.balances.get(asset) ?? { total: 0, held: 0 }
    balance.total += Math.round(amount)
    this.balances.set(asset, balance)
  }

  #release(order) {
    this.balances.get(order.heldAsset).held -= order.held
    order.held = 0
  }

  #end(order, status) {
    order.status = status
    this.#release(order)
  }

  #changed(order) {
    this.sequence += 1
    order.sequence = this.sequence
    this.announce.orders([this.text(order)])
    this.announce.portfolio({ balances: this.balancesText(), fills: [] })
  }
}

export function live(order) {
  return order.status === 'open' || order.status === 'partiallyFilled'
}
