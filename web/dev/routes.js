import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal, live } from './account.js'
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

/** Answers REST requests of the contract, and dist/ under the page's own policy. */
export function httpDoor({ markets, account, tokens, faults }) {
  const routes = [
    ['POST', /^\/v1\/sessions$/, ({ body }) => {
      if (body.email !== 'demo@ratel.local' || body.password !== 'demo') {
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
      const market = markets.get(decodeURIComponent(match[1]))
      if (market === undefined) throw new Refusal(404, 'UNKNOWN_MARKET', 'no such market')
      const to = query.get('to') === null ? Infinity : Date.parse(query.get('to'))
      const limit = Number(query.get('limit') ?? 300)
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

  function session() {
    const [token, outerToken] = [randomUUID(), randomUUID()]
    tokens.add(token).add(outerToken)
    const expiresAt = new Date(Date.now() + 900_000).toISOString()
    return { token, outerToken, expiresAt, userId: '1', accountId: account.id }
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
    if (!url.pathname.startsWith('/v1/')) return serveFile(url.pathname, response)
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
