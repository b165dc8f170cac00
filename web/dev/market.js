// A made-up market: a price that wanders, a book around it, trades and bars. Numbers are whole
// ticks and lots, so the page sees exact decimals without the venue needing a decimal type.

const levels = 40

/** xorshift32: the same seed makes the same market. */
export function dice(seed) {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

export function decimals(units, scale) {
  const sign = units < 0 ? '-' : ''
  const digits = String(Math.abs(Math.round(units))).padStart(scale + 1, '0')
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

export class Market {
  constructor(listing, seed) {
    this.listing = listing
    this.random = dice(seed)
    this.price = listing.start
    this.sequence = 1
    this.tradeId = 1
    this.trades = []
    this.openedAt = Date.now()
    this.bars = new Map([['1s', []], ['1m', []], ['5m', []], ['1h', []], ['1d', []]])
    this.bids = new Map()
    this.asks = new Map()
    this.#recall()
    this.#quote()
  }

  priceText(ticks) {
    return decimals(ticks, this.listing.priceScale)
  }

  quantityText(lots) {
    return decimals(lots, this.listing.quantityScale)
  }

  /** One step of the walk; returns the trades it made. */
  step(now) {
    if (this.listing.stalled) return []
    const { step } = this.listing
    this.price = Math.max(step * 50, this.price + Math.round((this.random() - 0.5) * 2 * step))
    const count = this.random() < 0.55 ? 1 + Math.floor(this.random() * 2) : 0
    const made = []
    for (let i = 0; i < count; i += 1) {
      made.push(this.trade(this.price, this.#size(), this.random() < 0.5 ? 'buy' : 'sell', now))
    }
    this.#quote()
    return made
  }

  trade(price, lots, side, now) {
    const trade = {
      id: String(this.tradeId),
      price: this.priceText(price),
      quantity: this.quantityText(lots),
      side,
      time: new Date(now).toISOString().replace('Z', '000000Z'),
    }
    this.tradeId += 1
    this.sequence += 1
    this.trades.unshift(trade)
    this.trades.length = Math.min(this.trades.length, 200)
    for (const [interval, list] of this.bars) this.#count(list, lengths[interval], price, lots, now)
    return trade
  }

  book(depth) {
    if (this.listing.bookless) return { bids: [], asks: [], sequence: 0, time: null }
    const side = (map, sign) =>
      [...map.entries()]
        .sort(([a], [b]) => sign * (a - b))
        .slice(0, depth)
        .map(([price, lots]) => [this.priceText(price), this.quantityText(lots)])
    return {
      bids: side(this.bids, -1),
      asks: side(this.asks, 1),
      sequence: this.sequence,
      time: new Date(this.movedAt()).toISOString(),
    }
  }

  movedAt() {
    return this.listing.stalled ? this.openedAt - 754_000 : Date.now()
  }

  best(side) {
    return side === 'buy' ? Math.min(...this.asks.keys()) : Math.max(...this.bids.keys())
  }

  quote() {
    const bid = this.best('sell')
    const ask = this.best('buy')
    return {
      bid: this.priceText(bid),
      bidQuantity: this.quantityText(this.bids.get(bid)),
      ask: this.priceText(ask),
      askQuantity: this.quantityText(this.asks.get(ask)),
      time: new Date().toISOString(),
    }
  }

  barsText(interval, limit, to = Infinity, from = 0) {
    const list = (this.bars.get(interval) ?? []).filter((bar) => bar.at >= from && bar.at < to)
    return list.slice(-limit).map((bar) => this.#barText(bar))
  }

  #barText(bar) {
    return {
      time: new Date(bar.at).toISOString(),
      open: this.priceText(bar.open),
      high: this.priceText(bar.high),
      low: this.priceText(bar.low),
      close: this.priceText(bar.close),
      volume: this.quantityText(bar.volume),
      trades: bar.trades,
    }
  }

  #size() {
    return Math.max(1, Math.round(this.listing.size * this.random() ** 3))
  }

  #count(list, length, price, lots, now) {
    const at = Math.floor(now / length) * length
    const last = list.at(-1)
    if (last === undefined || last.at !== at) {
      list.push({ at, open: price, high: price, low: price, close: price, volume: lots, trades: 1 })
      if (list.length > 2_000) list.shift()
      return
    }
    last.high = Math.max(last.high, price)
    last.low = Math.min(last.low, price)
    last.close = price
    last.volume += lots
    last.trades += 1
  }

  /** A day that never was, so that charts have a past. */
  #recall() {
    const now = Date.now()
    const path = [this.price]
    for (let i = 0; i < 9_360; i += 1) {
      const next = path.at(-1) - Math.round((this.random() - 0.499) * 6 * this.listing.step)
      path.push(Math.max(this.listing.step * 50, next))
    }
    path.reverse().forEach((price, i) => {
      this.trade(price, 25 * this.#size(), 'buy', now - (path.length - i) * 10_000)
    })
  }

  #quote() {
    const { step } = this.listing
    const half = 1 + Math.floor(this.random() * 2)
    for (const [map, sign] of [[this.bids, -1], [this.asks, 1]]) {
      const from = this.price + sign * half
      for (const price of map.keys()) {
        const depth = (price - from) * sign
        if (depth < 0 || depth > levels * step) map.delete(price)
      }
      for (let i = 0; i < levels; i += 1) {
        const price = from + sign * Math.round((i * step) / 4)
        if (!map.has(price) || this.random() < 0.06) map.set(price, this.#size() * (1 + (i % 5)))
      }
    }
    this.sequence += 1
  }
}

const lengths = { '1s': 1_000, '1m': 60_000, '5m': 300_000, '1h': 3_600_000, '1d': 86_400_000 }
