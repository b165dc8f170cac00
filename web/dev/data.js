// What stands behind the development venue's prices: made-up feeds, gaps, news, dates and series.
const second = 1_000
const hour = 3_600 * second
const iso = (ms) => new Date(ms).toISOString()
const page = (items) => ({ items, next: null })

export function feedItems(now = Date.now()) {
  const feed = (name, quality, rest) => ({
    name, venue: name.toUpperCase(), kind: name, state: 'running',
    frames: Math.floor(now / 90) % 1e6, rejected: 0, errors: 0, quality, lagMs: 40,
    lastFrameAt: iso(now - 300), preferredFor: [], detail: '', ...rest,
  })
  return [
    feed('exchange', 100, { venue: 'RATEL', lagMs: 0 }),
    feed('coinbase', 98, { preferredFor: ['BTC-USD', 'ETH-USD'] }),
    feed('kraken', 71, { lagMs: 1_240, rejected: 3, errors: 4, preferredFor: ['ETH-EUR'] }),
    feed('binance-us', 100, { frames: 1_204_551 }),
    feed('okx', 12, {
      state: 'reconnecting', errors: 31, lastFrameAt: iso(now - 95 * second),
      detail: 'wss://ws.okx.com closed the connection: 1006, no close frame; next try in 8 s',
    }),
  ]
}

export function gapItems(symbol, now = Date.now()) {
  if (!symbol.includes(':')) return []
  const gap = (agoMs, durationMs, cause, missing, healing) => ({
    time: iso(now - agoMs),
    until: durationMs === null ? null : iso(now - agoMs + durationMs),
    durationMs, cause, healing,
    firstMissing: missing?.[0] ?? null,
    lastMissing: missing?.[1] ?? null,
  })
  return [
    gap(95 * second, symbol.startsWith('OKX') ? null : 4_210, 'disconnected', undefined,
      symbol.startsWith('OKX') ? 'open' : 'resubscribed'),
    gap(3 * hour, 240, 'sequence', [88_120_401, 88_120_466], 'snapshot'),
    gap(9 * hour, 42 * 60 * second, 'checksum', undefined, 'snapshot'),
    gap(20 * hour, 12_480, 'crossed', undefined, 'resubscribed'),
  ]
}

export function pairItem(markets, name, now = Date.now()) {
  const of = [...markets.values()].filter(({ listing }) =>
    listing.kind === 'spot' && listing.symbol.split(':').at(-1) === name)
  const venues = of.map((market) => {
    const { bid, ask, bidQuantity, askQuantity } = market.quote()
    const { symbol, venue, stalled } = market.listing
    return { symbol, source: venue, state: stalled ? 'stale' : 'good', bid, ask,
      volume: '12.5', bidQuantity, askQuantity }
  })
  const good = venues.filter(({ state }) => state === 'good')
  if (good.length === 0) return {}
  const highest = good.toSorted((a, b) => b.bid - a.bid)[0]
  const lowest = good.toSorted((a, b) => a.ask - b.ask)[0]
  const middle = String((Number(highest.bid) + Number(lowest.ask)) / 2)
  return {
    pair: name, slot: 1, time: iso(now), mark: middle, vwap: `${middle}3127`, volume: '25',
    bid: { price: highest.bid, quantity: highest.bidQuantity, ...from(highest) },
    ask: { price: lowest.ask, quantity: lowest.askQuantity, ...from(lowest) },
    spread: (lowest.ask - highest.bid).toFixed(2),
    venues,
  }
}

const from = ({ source, symbol }) => ({ source, symbol })

const headlines = [
  ['Exchange reports record volume in spot trading', 'https://news.example/volume', ['BTC-USD']],
  ['Central bank leaves its rate where it is', 'https://news.example/rate', []],
  ['Maintenance of the matching engine is over', null, ['ETH-USD', 'BTC-USD']],
]

function newsItems(symbol) {
  const now = Date.now()
  return headlines
    .filter(([, , symbols]) => symbol === null || symbols.includes(symbol))
    .map(([headline, link, symbols], i) => ({
      id: String(i), source: 'Example Wire', headline, link, symbols,
      summary: 'What is known so far, in a sentence or two, as the source writes it.',
      time: iso(now - (i * 47 + 3) * 60 * second),
    }))
}

function dueItems() {
  const today = Math.floor(Date.now() / (24 * hour)) * 24 * hour
  const entry = (id, hours, area, title, importance, actual, forecast, previous) => ({
    id, source: 'Example Calendar', area, title, importance, actual, forecast, previous,
    time: iso(today + hours * hour),
  })
  return [
    entry('1', 0, 'JP', 'Industrial production, month on month', 1, '0.4%', '0.2%', '-0.1%'),
    entry('2', 37.5, 'US', 'Consumer prices, year on year', 3, '', '2.9%', '3.0%'),
    entry('3', 60, 'EU', 'Rate decision', 3, '', '2.00%', '2.00%'),
    entry('4', 84, 'US', 'Initial jobless claims', 2, '', '224K', '219K'),
  ]
}

const series = [['CPIAUCSL', 300, 0.6], ['DGS10', 4, 0.02], ['UNRATE', 4.2, 0.01]]
const months = 120

function valuesOf(name) {
  const [, start, step] = series.find(([each]) => each === name) ?? ['', 1, 0]
  return Array.from({ length: months }, (_, i) => {
    const time = new Date(Date.UTC(2016, i, 1)).toISOString()
    return { time, knownAt: time, value: Number((start + i * step + Math.sin(i / 5)).toFixed(3)) }
  })
}

export const dataRoutes = [
  ['GET', /^\/v1\/feeds$/, () => [200, page(feedItems())]],
  ['GET', /^\/v1\/markets\/([^/]+)\/gaps$/, ({ match }) =>
    [200, page(gapItems(decodeURIComponent(match[1])))]],
  ['GET', /^\/v1\/news$/, ({ query }) => [200, page(newsItems(query.get('symbol')))]],
  ['GET', /^\/v1\/calendar$/, () => [200, page(dueItems())]],
  ['GET', /^\/v1\/series\/observation$/, () =>
    [200, page(series.map(([name]) => ({
      kind: 'observation', source: 'FRED', name, subject: '-', values: months,
      first: valuesOf(name)[0].time, last: valuesOf(name).at(-1).time,
    })))], 'own'],
  ['GET', /^\/v1\/series\/observation\/([^/]+)\/([^/]+)\/([^/]+)$/, ({ match }) =>
    [200, page(valuesOf(match[2]))], 'own'],
]
