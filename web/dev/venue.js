// A venue made up for developing the page: it speaks the contract, moves by itself and keeps
// nothing. `npm run venue -- [--port 8080]`; it serves dist/ as well.
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'
import { WebSocketServer } from 'ws'
import { Account, Refusal, live } from './account.js'
import { listings } from './listings.js'
import { Market } from './market.js'
import { httpDoor } from './routes.js'
import { welcome } from './sockets.js'
import { Topics } from './topics.js'

const depth = 50

/** Starts a venue; the returned handle can misbehave on request, for journeys. */
export async function openVenue({ port = 0, seed = 7, stepMs = 250 } = {}) {
  const markets = new Map()
  listings.forEach((listing, i) => markets.set(listing.symbol, new Market(listing, seed + i)))
  const tokens = new Set()
  const faults = { muteOrders: false, refuseEverything: false, refuseSockets: false }
  const shownBooks = new Map()
  const topics = new Topics(snapshot)
  const account = new Account('1000001', markets, {
    orders: (data) => topics.publish('orders', data),
    portfolio: (data) => topics.publish('portfolio', data),
    trade: (market, trade) => publishTrades(market, [trade]),
  })

  function publishTrades(market, trades) {
    const name = `market.${market.listing.symbol}`
    topics.publish(`${name}.trades`, trades)
    topics.publish(`${name}.bars-1s`, market.barsText('1s', 1))
    topics.publish(`${name}.bars-1m`, market.barsText('1m', 1))
  }

  function snapshot(name) {
    if (name === 'orders') return account.orders.filter(live).map((order) => account.text(order))
    if (name === 'portfolio') return { balances: account.balancesText() }
    const [, symbol, part] = name.split('.')
    const market = markets.get(symbol)
    if (market === undefined) throw new Refusal(400, 'UNKNOWN_TOPIC', `no topic ${name}`)
    if (part === 'trades') return market.trades
    if (part === 'quote') return market.quote()
    if (part !== 'book') return market.barsText(part.slice(5), 300)
    const source = market.listing.venue
    return { ...(shownBooks.get(symbol) ?? market.book(depth)), source, ageMs: 0 }
  }

  function publishBook(market) {
    const { symbol } = market.listing
    const before = shownBooks.get(symbol) ?? { bids: [], asks: [] }
    const after = market.book(depth)
    shownBooks.set(symbol, after)
    topics.publish(`market.${symbol}.book`, difference(before, after))
  }

  const server = createServer(httpDoor({ markets, account, tokens, faults }))
  const sockets = new WebSocketServer({
    server,
    path: '/v1/stream',
    maxPayload: 65_536,
    verifyClient: () => !faults.refuseSockets,
  })
  sockets.on('connection', (socket) => welcome(socket, topics, tokens))

  const clock = setInterval(() => {
    for (const market of markets.values()) {
      const trades = market.step(Date.now())
      if (trades.length > 0) publishTrades(market, trades)
      if (market.listing.tradable) account.settle(market)
      publishBook(market)
      topics.publish(`market.${market.listing.symbol}.quote`, market.quote())
    }
  }, stepMs)

  await new Promise((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    port: server.address().port,
    faults,
    account,
    expireTokens: () => tokens.clear(),
    dropSockets: () => sockets.clients.forEach((socket) => socket.terminate()),
    close: async () => {
      clearInterval(clock)
      sockets.clients.forEach((socket) => socket.terminate())
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** The absolute levels that turn one book into another. */
function difference(before, after) {
  const side = (old, now) => {
    const left = new Map(old)
    const changes = now.filter(([price, quantity]) => {
      const same = left.get(price) === quantity
      left.delete(price)
      return !same
    })
    return [...changes, ...[...left.keys()].map((price) => [price, '0'])]
  }
  const { sequence, time } = after
  const [bids, asks] = [side(before.bids, after.bids), side(before.asks, after.asks)]
  return { bids, asks, sequence, time }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const at = process.argv.indexOf('--port')
  const venue = await openVenue({ port: at < 0 ? 8080 : Number(process.argv[at + 1]) })
  process.stdout.write(`The development venue is open: http://127.0.0.1:${venue.port}\n`)
}
