// A venue made up for developing the page: it speaks the contract, moves by itself and keeps
// nothing. `npm run venue -- [--port 8080]`; it serves dist/ as well.
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'
import { WebSocketServer } from 'ws'
import { Account, Refusal, live } from './account.js'
import { listings } from './listings.js'
import { pairItem } from './data.js'
import { Market } from './market.js'
import { httpDoor } from './routes.js'
import { welcome } from './sockets.js'
import { Match } from './match.js'
import { Topics } from './topics.js'

const depth = 50
const owners = [
  { id: '1000001', name: 'Main', funds: { USD: 1_000_000, BTC: 10, ETH: 100 } },
  { id: '1000002', name: 'Sports', funds: { USD: 50_000, 'RATEL-FC': 400 } },
]

/**
 * Starts a venue; the returned handle can misbehave on request, for journeys.
 *
 * @param past how many orders the first account has had filled before
 */
export async function openVenue({ port = 0, seed = 7, stepMs = 250, past = 0 } = {}) {
  const markets = new Map()
  listings.forEach((listing, i) => markets.set(listing.symbol, new Market(listing, seed + i)))
  const tokens = new Set()
  const faults = {
    muteOrders: false, refuseEverything: false, refuseSockets: false, silent: false,
  }
  const shownBooks = new Map()
  /** What the first account's positions lived through, newest first. */
  const lived = []
  const topics = new Topics(snapshot)
  const accounts = new Map(
    owners.map((owner) => [owner.id, new Account(owner, markets, announcer(owner.id))]),
  )
  const account = accounts.get(owners[0].id)
  account.recall(past)
  const match = new Match(markets.get('RATEL-FC'), seed)

  function announcer(id) {
    return {
      orders: (data) => topics.publish(`account.${id}.orders`, data),
      portfolio: (data) => topics.publish(`account.${id}.portfolio`, data),
      trade: (market, trade) => publishTrades(market, [trade]),
    }
  }

  function publishTrades(market, trades) {
    const name = `market.${market.listing.symbol}`
    topics.publish(`${name}.trades`, trades)
    topics.publish(`${name}.bars-1s`, market.barsText('1s', 1))
    topics.publish(`${name}.bars-1m`, market.barsText('1m', 1))
  }

  function snapshot(name) {
    const [kind, symbol, part] = name.split('.')
    if (kind === 'account') return accountSnapshot(accounts.get(symbol), part)
    if (part === 'best') return pairItem(markets, symbol)
    const market = markets.get(symbol)
    if (market === undefined) throw new Refusal(400, 'UNKNOWN_TOPIC', `no topic ${name}`)
    if (part === 'trades') return market.trades
    if (part === 'quote') return market.quote()
    if (part === 'events') {
      if (market === match.market) return match.items()
      throw new Refusal(400, 'UNKNOWN_TOPIC', `no topic ${name}`)
    }
    if (part !== 'book') return market.barsText(part.slice(5), 300)
    const source = market.listing.venue
    const ageMs = Date.now() - market.movedAt()
    const { stalled, bookless } = market.listing
    const state = bookless ? 'unknown' : stalled && ageMs > 10_000 ? 'stale' : 'good'
    return { ...(shownBooks.get(symbol) ?? market.book(depth)), source, ageMs, state }
  }

  function accountSnapshot(owner, part) {
    if (part === 'events') return owner === account ? lived : []
    if (part === 'orders') return owner.orders.filter(live).map((order) => owner.text(order))
    return { balances: owner.balancesText(), positions: owner.positions.texts() }
  }

  function publishBook(market) {
    const { symbol } = market.listing
    const before = shownBooks.get(symbol) ?? { bids: [], asks: [] }
    const after = market.book(depth)
    shownBooks.set(symbol, after)
    topics.publish(`market.${symbol}.book`, difference(before, after))
  }

  function publishEvents(events) {
    topics.publish('market.RATEL-FC.events', events)
  }

  const server = createServer(httpDoor({ markets, accounts, match, tokens, faults, lived }))
  const sockets = new WebSocketServer({
    server,
    path: '/v1/stream',
    maxPayload: 65_536,
    verifyClient: () => !faults.refuseSockets,
  })
  sockets.on('connection', (socket) => welcome(socket, topics, tokens, faults))

  const clock = setInterval(() => {
    for (const market of markets.values()) {
      const trades = market.step(Date.now())
      if (trades.length > 0) publishTrades(market, trades)
      if (market.listing.stalled) continue
      if (market.listing.tradable) accounts.forEach((owner) => owner.settle(market))
      publishBook(market)
      topics.publish(`market.${market.listing.symbol}.quote`, market.quote())
    }
    for (const pair of ['BTC-USD', 'ETH-USD']) {
      topics.publish(`market.${pair}.best`, pairItem(markets, pair))
    }
    const events = match.step(Date.now())
    if (events.length > 0) publishEvents(events)
  }, stepMs)

  await new Promise((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    port: server.address().port,
    faults,
    account,
    accounts,
    tell: (event) => {
      lived.unshift(event)
      topics.publish(`account.${account.id}.events`, [event])
    },
    goal: () => publishEvents([match.goal(0)]),
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
  const venue = await openVenue({ port: at < 0 ? 8080 : Number(process.argv[at + 1]), past: 240 })
  process.stdout.write(`The development venue is open: http://127.0.0.1:${venue.port}\n`)
}
