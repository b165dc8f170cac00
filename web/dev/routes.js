import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal, live } from './account.js'
import { dataRoutes } from './data.js'
import { equityItems } from './equity.js'
import { instrumentOf, listings } from './listings.js'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}
const policy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
const page = (items) => ({ items, next: null })
const demo = 'demo@ratel.local'

/** Nothing here is on margin: accounts pay in full. */
const settingsOf = ({ id }) => ({
  accountId: id, parentId: null, marginMode: 'cash', marginModel: 'standard', leverage: 1,
  positionMode: 'netting', costMethod: 'average', selfTradePrevention: 'none', feeTier: 0,
  killed: false,
})

const marginOf = (account) => account.balancesText().map(({ asset, total, available }) => ({
  accountId: account.id, asset, equity: total, unrealizedPnl: '0', initialMargin: '0',
  maintenanceMargin: '0', free: available,
}))

/** One page of a list that grows at its front: the cursor counts what is older than the page. */
function pageOf(items, query) {
  const limit = Math.min(100, Number(query.get('limit') ?? 100))
  const from = query.get('cursor') === null ? 0 : items.length - Number(query.get('cursor'))
  const left = items.length - from - limit
  return { items: items.slice(from, from + limit), next: left > 0 ? String(left) : null }
}

/** Answers REST requests of the contract, and dist/ under the page's own policy. */
export function httpDoor({ markets, accounts, match: game, tokens, faults, lived }) {
  const routes = [
    ...dataRoutes,
    ['POST', /^\/v1\/sessions$/, ({ body }) => {
      if (body.email !== demo || body.password !== 'demo') {
        throw new Refusal(401, 'INVALID_CREDENTIALS', 'no user has this address and password')
      }
      return [201, session()]
    }],
    ['POST', /^\/v1\/sessions\/renew$/, ({ body }) => {
      if (!tokens.has(body.outerToken)) throw new Refusal(401, 'TOKEN_EXPIRED', 'sign in again')
      return [201, { ...session(), outerToken: body.outerToken }]
    }],
    ['GET', /^\/v1\/instruments$/, () => [200, page(listings.map(instrumentOf))]],
    ['GET', /^\/v1\/markets\/([^/]+)\/bars$/, ({ match, query }) => {
      const market = marketOf(match)
      const time = (name, otherwise) =>
        query.get(name) === null ? otherwise : Date.parse(query.get(name))
      const limit = Number(query.get('limit') ?? 300)
      const [from, to] = [time('from', 0), time('to', Infinity)]
      return [200, page(market.barsText(query.get('interval') ?? '1m', limit, to, from))]
    }],
    ['GET', /^\/v1\/markets\/([^/]+)\/events$/, ({ match }) =>
      [200, page(marketOf(match) === game.market ? game.items() : [])]],
    ['GET', /^\/v1\/sign-in$/, () => [200, {
      passkeySite: 'localhost', origin: 'http://localhost', google: false, telegramBotId: null,
      registration: false,
    }]],
    ['GET', /^\/healthz$/, () => [200, { status: 'up', version: '0.1.0' }]],
    ['GET', /^\/v1\/accounts$/, () =>
      [200, page([...accounts.values()].map(({ id, name }) => ({ id, name })))], 'own'],
    ['GET', /^\/v1\/accounts\/(\d+)\/equity$/, ({ match, query }) => {
      const { equity } = accountOf(match[1])
      const [from, to] = [Date.parse(query.get('from')), query.get('to')]
      const until = to === null ? Infinity : Date.parse(to)
      return [200, page(equityItems(equity, query.get('interval'), from, until))]
    }, 'own'],
    ['GET', /^\/v1\/me$/, () => [200, { userId: '1', email: demo, role: 'TRADER' }], 'own'],
    ['GET', /^\/v1\/accounts\/(\d+)$/, ({ match }) =>
      [200, settingsOf(accountOf(match[1]))], 'own'],
    ['GET', /^\/v1\/accounts\/(\d+)\/margin$/, ({ match }) =>
      [200, page(marginOf(accountOf(match[1])))], 'own'],
    ['GET', /^\/v1\/accounts\/(\d+)\/events$/, () => [200, page(lived)], 'own'],
    ['GET', /^\/v1\/balances$/, ({ query }) =>
      [200, page(accountIn(query).balancesText())], 'own'],
    ['GET', /^\/v1\/positions$/, ({ query }) =>
      [200, page(accountIn(query).positions.texts())], 'own'],
    ['GET', /^\/v1\/trades$/, ({ query }) =>
      [200, pageOf(accountIn(query).fills, query)], 'own'],
    ['GET', /^\/v1\/orders$/, ({ query }) => {
      const account = accountIn(query)
      const open = query.get('status') === 'open'
      const orders = account.orders.filter((order) => !open || live(order))
      const { items, next } = pageOf(orders, query)
      return [200, { items: items.map((order) => account.text(order)), next }]
    }, 'own'],
    ['GET', /^\/v1\/orders\/(\d+)$/, ({ match, query }) => {
      const account = accountIn(query)
      const order = account.orders.find((each) => each.id === match[1])
      if (order === undefined) throw new Refusal(404, 'UNKNOWN_ORDER', 'no such order')
      return [200, account.text(order)]
    }, 'own'],
    ['POST', /^\/v1\/orders$/, ({ body }) => {
      const { order, duplicate } = accountOf(body.accountId).place(body)
      return faults.muteOrders ? undefined : [duplicate ? 200 : 201, order]
    }, 'own'],
    ['PATCH', /^\/v1\/orders\/(\d+)$/, ({ match, body }) =>
      [200, accountOf(body.accountId).replace(match[1], body)], 'own'],
    ['DELETE', /^\/v1\/orders\/(\d+)$/, ({ match, query }) =>
      [200, accountIn(query).cancel(match[1])], 'own'],
  ]

  function accountOf(id) {
    const account = accounts.get(id ?? [...accounts.keys()][0])
    if (account === undefined) throw new Refusal(404, 'UNKNOWN_ACCOUNT', 'no such account')
    return account
  }

  function accountIn(query) {
    return accountOf(query.get('accountId') ?? undefined)
  }

  function marketOf(match) {
    const market = markets.get(decodeURIComponent(match[1]))
    if (market === undefined) throw new Refusal(404, 'UNKNOWN_MARKET', 'no such market')
    return market
  }

  function session() {
    const [token, outerToken] = [randomUUID(), randomUUID()]
    tokens.add(token).add(outerToken)
    const expiresAt = new Date(Date.now() + 900_000).toISOString()
    return { token, outerToken, expiresAt, userId: '1', accountId: accountOf().id }
  }

  function find(request, path) {
    for (const route of routes) {
      const match = route[0] === request.method ? route[1].exec(path) : null
      if (match !== null) return { run: route[2], own: route[3] === 'own', match }
    }
    throw new Refusal(404, 'UNKNOWN_ROUTE', `nothing is served at ${path}`)
  }

  return async (request, response) => {
    const url = new URL(request.url, 'http://venue')
    if (!/^\/(v1\/|healthz$)/.test(url.pathname)) return serveFile(url.pathname, response)
    const rayId = randomUUID().replaceAll('-', '')
    const reply = (status, body) => {
      response.writeHead(status, { 'Content-Type': 'application/json', 'X-Ray-Id': rayId })
      response.end(JSON.stringify(body))
    }
    try {
      if (faults.refuseEverything) throw new Refusal(503, 'NOT_READY', 'the venue is starting')
      const { run, own, match } = find(request, url.pathname)
      if (own && !tokens.has(request.headers.authorization?.slice(7))) {
        throw new Refusal(401, 'UNAUTHENTICATED', 'no token was sent, or it is not ours')
      }
      const body = await readBody(request)
      const result = run({ match, query: url.searchParams, body })
      if (result !== undefined) reply(...result)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      reply(error.status, { error: { ...error.body, rayId } })
    }
  }
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
