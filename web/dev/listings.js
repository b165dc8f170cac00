const own = (symbol, kind, base, start, step, priceScale, quantityScale, size) => ({
  symbol, kind, base, quote: 'USD', start, step, priceScale, quantityScale, size,
  tradable: true, venue: 'RATEL',
})
const venue = (name, pair, start, step, priceScale, quantityScale, size) => ({
  symbol: `${name}:${pair}`, kind: 'spot', base: pair.split('-')[0], quote: pair.split('-')[1],
  start, step, priceScale, quantityScale, size, tradable: false, venue: name,
})

/** What the development venue lists: prices in ticks, sizes in lots. */
export const listings = [
  own('BTC-USD', 'spot', 'BTC', 6_432_150, 420, 2, 4, 8_000),
  own('ETH-USD', 'spot', 'ETH', 345_210, 60, 2, 3, 9_000),
  own('ACME', 'share', 'ACME', 12_340, 4, 2, 0, 400),
  own('GLOBEX', 'share', 'GLOBEX', 4_512, 3, 2, 0, 900),
  own('BTC-USD-FUT', 'future', 'BTC-FUT', 64_510, 6, 0, 0, 20),
  own('RATEL-FC', 'sportsShare', 'RATEL-FC', 2_210, 3, 2, 0, 300),
  venue('BINANCE-US', 'CRV-USDT', 3_121, 3, 4, 1, 40_000),
  venue('COINBASE', 'BTC-USD', 6_433_000, 400, 2, 8, 4_000_000),
  venue('KRAKEN', 'ETH-EUR', 318_011, 50, 2, 6, 900_000),
  // A feed that has gone quiet, and one that has not sent a book.
  { ...venue('OKX', 'BTC-USDT', 643_290, 40, 1, 5, 40_000), stalled: true },
  { ...venue('BITSTAMP', 'XRP-USD', 52_110, 20, 5, 2, 90_000), stalled: true, bookless: true },
]

export function instrumentOf(listing) {
  const { symbol, kind, base, quote, tradable, venue: from } = listing
  const step = (scale) => (scale === 0 ? '1' : `0.${'0'.repeat(scale - 1)}1`)
  return {
    symbol, kind, base, quote, tradable, venue: from, state: 'open',
    tickSize: step(listing.priceScale),
    lotSize: step(listing.quantityScale),
    makerFee: tradable ? '0.0005' : null,
    takerFee: tradable ? '0.001' : null,
  }
}
