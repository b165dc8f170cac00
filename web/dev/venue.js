// A venue made up for developing the page: it speaks the contract, moves by itself and keeps
// nothing. `node dev/venue.js [--port 8080]`; it serves dist/ as well, under the page's own policy.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { WebSocketServer } from 'ws'
import { Account, Refusal, live } from './account.js'
import { instrumentOf, listings } from './listings.js'
import { Market } from './market.js'
import { Topics } from './topics.js'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css',
  '.svg': 'image/svg+xml',
}
const policy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

/** Starts a venue; the returned handle can misbehave on request, for journeys. */
export async function openVenue({ port = 0, seed = 7, stepMs = 250 } = {}) {
  const markets = new Map()
  listings.forEach((listing, i) => markets.set(listing.symbol, new Market(listing, seed + i)))
  const tokens = new Set()
  const faults = { muteOrders: false }
  const topics = new Topics((name) => snapshot(name))
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
    if (market === undefined) throw new Refusal(404, 'UNKNOWN_TOPIC', `no topic ${name}`)
    if (part === 'trades') return market.trades
    if (part === 'quote') return market.quote()
    if (part === 'book') return { ...market.book(50), source: source(market), ageMs: 0 }
    return market.barsText(part.slice(5), 300)
  }

  const source = (market) => market.listing.venue || 'RATEL'

  const routes = [
    ['POST', /^\/v1\/sessions$/, ({ body }) => {
      if (body.email !== 'demo@ratel.local' || body.password !== 'demo') {
        throw new Refusal(401, 'INVALID_CREDENTIALS', 'E-mail or password is wrong')
      }
      return [201, session()]
    }],
    ['POST', /^\/v1\/sessions\/renew$/, ({ body }) => {
      if (!tokens.has(body.outerToken)) throw new Refusal(401, 'UNAUTHENTICATED', 'Sign in again')
      return [201, session()]
    }],
    ['GET', /^\/v1\/instruments$/, () => [200, page(listings.map(instrumentOf))]],
    ['GET', /^\/v1\/markets\/([^/]+)\/bars$/, ({ match, query }) => {
      const market = markets.get(decodeURIComponent(match[1]))
      const to = query.get('to') === null ? Infinity : Date.parse(query.get('to'))
      const limit = Number(query.get('limit') ?? 100)
      return [200, page(market.barsText(query.get('interval') ?? '1m', limit, to))]
    }],
    ['GET', /^\/v1\/balances$/, () => [200, page(account.balancesText())], 'own'],
    ['GET', /^\/v1\/trades$/, () => [200, page(account.fills.slice(0, 100))], 'own'],
    ['GET', /^\/v1\/orders$/, ({ query }) => {
      const open = query.get('status') === 'open'
      const orders = account.orders.filter((order) => !open || live(order))
      return [200, page(orders.slice(0, 100).map((order) => account.text(order)))]
    }, 'own'],
    ['GET', /^\/v1\/orders\/(\d+)$/, ({ match }) => {
      const order = account.orders.find((each) => each.id === match[1])
      if (order === undefined) throw new Refusal(404, 'UNKNOWN_ORDER', 'no such order')
      return [200, account.text(order)]
    }, 'own'],
    ['POST', /^\/v1\/orders$/, ({ body }) => {
      const { order, duplicate } = account.place(body)
      return faults.muteOrders ? undefined : [duplicate ? 200 : 201, order]
    }, 'own'],
    ['DELETE', /^\/v1\/orders\/(\d+)$/, ({ match }) => [200, account.cancel(match[1])], 'own'],
  ]

  const page = (items) => ({ items, next: null })

  function session() {
    const token = randomUUID()
    const outerToken = randomUUID()
    tokens.add(token).add(outerToken)
    const expiresAt = new Date(Date.now() + 900_000).toISOString()
    return { token, outerToken, expiresAt, userId: '1', accountId: account.id }
  }

  async function answer(request, response) {
    const url = new URL(request.url, 'http://venue')
    if (!url.pathname.startsWith('/v1/')) return serveFile(url.pathname, response)
    const rayId = randomUUID().replaceAll('-', '')
    const reply = (status, body) => {
      response.writeHead(status, { 'Content-Type': 'application/json', 'X-Ray-Id': rayId })
      response.end(JSON.stringify(body))
    }
    try {
      const found = routes
        .filter(([method]) => method === request.method)
        .map((route) => ({ route, match: route[1].exec(url.pathname) }))
        .find(({ match }) => match !== null)
      if (found === undefined) throw new Refusal(404, 'NOT_FOUND', `no route ${url.pathname}`)
      const token = request.headers.authorization?.slice(7)
      if (found.route[3] === 'own' && !tokens.has(token)) {
        throw new Refusal(401, 'UNAUTHENTICATED', 'Sign in first')
      }
      const body = await readBody(request)
      const result = found.route[2]({ match: found.match, query: url.searchParams, body })
      if (result !== undefined) reply(...result)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      reply(error.status, { error: { ...error.body, rayId } })
    }
  }

  const server = createServer(answer)
  const sockets = new WebSocketServer({ server, path: '/v1/stream', maxPayload: 65_536 })
  sockets.on('connection', (socket) => {
    let pending = []
    let signedIn = false
    const send = (entry) => pending.push(entry)
    const say = (frame) => socket.send(JSON.stringify(frame))
    const flush = setInterval(() => {
      if (pending.length > 0) say({ batch: pending })
      pending = []
    }, 100)
    socket.on('close', () => {
      clearInterval(flush)
      topics.leave(send)
    })
    const permit = (name) => {
      if (!name.startsWith('market.') && !signedIn) {
        throw new Refusal(401, 'UNAUTHENTICATED', 'Sign in to follow your own topics')
      }
    }
    socket.on('message', (text) => {
      const frame = JSON.parse(String(text))
      try {
        if (frame.auth !== undefined) signedIn = tokens.has(frame.auth)
        if (frame.auth !== undefined && !signedIn) {
          throw new Refusal(401, 'UNAUTHENTICATED', 'The token is not valid')
        }
        if (frame.ping !== undefined) say({ pong: frame.ping })
        for (const name of frame.unsubscribe ?? []) topics.unsubscribe(name, send)
        if (frame.unsubscribe !== undefined) say({ unsubscribed: frame.unsubscribe, id: frame.id })
        frame.subscribe?.forEach(permit)
        if (frame.subscribe !== undefined) say({ subscribed: frame.subscribe, id: frame.id })
        for (const name of frame.subscribe ?? []) topics.subscribe(name, send)
        if (frame.recover !== undefined) {
          const recovered = {}
          for (const [name, position] of Object.entries(frame.recover)) {
            permit(name)
            recovered[name] = topics.recover(name, position, send)
          }
          say({ recovered, id: frame.id })
        }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        say({ error: error.body, id: frame.id })
      }
    })
  })

  const clock = setInterval(() => {
    for (const market of markets.values()) {
      const before = market.book(50)
      const trades = market.step(Date.now())
      const name = `market.${market.listing.symbol}`
      if (trades.length > 0) publishTrades(market, trades)
      if (market.listing.tradable) account.settle(market)
      topics.publish(`${name}.book`, difference(before, market.book(50)))
      topics.publish(`${name}.quote`, market.quote())
    }
  }, stepMs)

  await new Promise((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    port: server.address().port,
    faults,
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

async function readBody(request) {
  let text = ''
  for await (const part of request) text += part
  return text === '' ? {} : JSON.parse(text)
}

async function serveFile(path, response) {
  const name = path === '/' ? 'index.html' : normalize(path).replace(/^(\.\.[/\\])+/, '')
  try {
    const content = await readFile(join(dist, name))
    response.writeHead(200, {
      'Content-Type': types[extname(name)] ?? 'application/octet-stream',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
    })
    response.end(content)
  } catch {
    response.writeHead(404).end()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const at = process.argv.indexOf('--port')
  const venue = await openVenue({ port: at < 0 ? 8080 : Number(process.argv[at + 1]) })
  process.stdout.write(`The development venue is open: http://127.0.0.1:${venue.port}\n`)
}
