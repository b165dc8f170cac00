import { ApiError, NoAnswer, errorBody } from './failures'
import type {
  AccountName,
  Balance,
  Bar,
  CanceledOrder,
  EquityPoint,
  Fill,
  Health,
  Instrument,
  Interval,
  Order,
  Page,
  PlaceOrder,
  Position,
  Session,
} from './shapes'

/** Where the tokens are; `renew` resolves to false when the person has to sign in again. */
export interface Credentials {
  token(): string | undefined
  renew(): Promise<boolean>
}

export interface RestOptions {
  /** Empty for the page's own origin. */
  readonly origin: string
  readonly credentials: Credentials
  readonly fetch?: typeof fetch
  readonly timeoutMs?: number
}

type Query = Record<string, string | undefined>

interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly query?: Query
  readonly body?: unknown
  /** Signing in and renewing carry no token and are not repeated after a 401. */
  readonly anonymous?: boolean
}

const pageSize = '500'
const pagesMax = 20

/**
 * The REST door. Every call resolves to the answer or throws an {@link ApiError} (refused, with
 * the reason) or a {@link NoAnswer} (unknown outcome: repeat with the same client order id).
 */
export class Rest {
  readonly #options: RestOptions

  constructor(options: RestOptions) {
    this.#options = options
  }

  signIn(email: string, password: string): Promise<Session> {
    const body = { email, password }
    return this.#send({ method: 'POST', path: '/v1/sessions', body, anonymous: true })
  }

  renew(outerToken: string): Promise<Partial<Session> & { token: string }> {
    const body = { outerToken }
    return this.#send({ method: 'POST', path: '/v1/sessions/renew', body, anonymous: true })
  }

  /** That the platform answers, and which build it is where it says so. */
  health(): Promise<Health> {
    return this.#send({ method: 'GET', path: '/healthz', anonymous: true })
  }

  instruments(): Promise<Instrument[]> {
    return this.#all('/v1/instruments', {})
  }

  /** The newest bars, or the newest that start in `[from, to)`, oldest first. */
  bars(
    symbol: string,
    interval: Interval,
    page: { readonly from?: string; readonly to?: string; readonly limit?: number } = {},
  ): Promise<readonly Bar[]> {
    const { from, to, limit } = page
    const query = { interval, from, to, limit: String(limit ?? pageSize) }
    return this.#items(`/v1/markets/${encodeURIComponent(symbol)}/bars`, query)
  }

  /** The caller's accounts; wherever one may be named below, the first is meant without. */
  accounts(): Promise<AccountName[]> {
    return this.#all('/v1/accounts', {})
  }

  balances(accountId?: string): Promise<readonly Balance[]> {
    return this.#items('/v1/balances', { accountId })
  }

  positions(accountId?: string): Promise<Position[]> {
    return this.#all('/v1/positions', { accountId })
  }

  /** What the account was worth in `[from, to)`, oldest first. */
  equity(
    accountId: string,
    interval: '1h' | '1d',
    from: string,
    to?: string,
  ): Promise<EquityPoint[]> {
    const path = `/v1/accounts/${encodeURIComponent(accountId)}/equity`
    return this.#all(path, { interval, from, to })
  }

  /** Orders of any status, newest first. */
  orders(cursor?: string, accountId?: string): Promise<Page<Order>> {
    const query = { limit: '100', cursor, accountId }
    return this.#send({ method: 'GET', path: '/v1/orders', query })
  }

  openOrders(accountId?: string): Promise<Order[]> {
    return this.#all('/v1/orders', { status: 'open', limit: pageSize, accountId })
  }

  order(id: string, accountId?: string): Promise<Order> {
    const path = `/v1/orders/${encodeURIComponent(id)}`
    return this.#send({ method: 'GET', path, query: { accountId } })
  }

  placeOrder(order: PlaceOrder): Promise<Order> {
    return this.#send({ method: 'POST', path: '/v1/orders', body: order })
  }

  cancelOrder(id: string, accountId?: string): Promise<CanceledOrder> {
    const path = `/v1/orders/${encodeURIComponent(id)}`
    return this.#send({ method: 'DELETE', path, query: { accountId } })
  }

  /** My fills, newest first. */
  fills(cursor?: string, accountId?: string): Promise<Page<Fill>> {
    const query = { limit: '100', cursor, accountId }
    return this.#send({ method: 'GET', path: '/v1/trades', query })
  }

  async #items<T>(path: string, query: Query): Promise<readonly T[]> {
    return (await this.#send<Page<T>>({ method: 'GET', path, query })).items
  }

  async #all<T>(path: string, query: Query): Promise<T[]> {
    const items: T[] = []
    let cursor: string | undefined
    for (let page = 0; page < pagesMax; page += 1) {
      const answer: Page<T> = await this.#send({
        method: 'GET',
        path,
        query: { ...query, cursor },
      })
      items.push(...answer.items)
      if (answer.next === null || answer.next === undefined) return items
      cursor = answer.next
    }
    return items
  }

  async #send<T>(request: Request): Promise<T> {
    const response = await this.#once(request)
    if (response.status === 401 && request.anonymous !== true) {
      const { credentials } = this.#options
      const renewed = credentials.token() !== undefined && (await credentials.renew())
      if (renewed) return this.#answer<T>(await this.#once(request))
    }
    return this.#answer<T>(response)
  }

  async #once(request: Request): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json' }
    const token = request.anonymous === true ? undefined : this.#options.credentials.token()
    if (token !== undefined) headers['Authorization'] = `Bearer ${token}`
    if (request.body !== undefined) headers['Content-Type'] = 'application/json'
    const send = this.#options.fetch ?? fetch
    try {
      return await send(this.#options.origin + request.path + queryText(request.query), {
        method: request.method,
        headers,
        signal: AbortSignal.timeout(this.#options.timeoutMs ?? 10_000),
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      })
    } catch (cause) {
      throw unanswered(cause)
    }
  }

  async #answer<T>(response: Response): Promise<T> {
    let body: unknown
    try {
      const text = await response.text()
      body = text === '' ? undefined : JSON.parse(text)
    } catch {
      body = undefined
    }
    if (response.ok && body !== undefined) return body as T
    if (response.ok && response.status === 204) return undefined as T
    const rayId = response.headers.get('X-Ray-Id') ?? undefined
    const error = errorBody(body)
    if (error !== undefined) {
      throw new ApiError(response.status, { ...error, rayId: error.rayId ?? rayId })
    }
    if (response.ok || response.status >= 500) {
      throw new NoAnswer(`The server answered ${response.status} without a readable reason.`)
    }
    const message = `The server answered ${response.status} without a reason.`
    throw new ApiError(response.status, { code: `HTTP_${response.status}`, message, rayId })
  }
}

function queryText(query: Query | undefined): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) parameters.set(name, value)
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

function unanswered(cause: unknown): NoAnswer {
  const timedOut = cause instanceof DOMException && cause.name === 'TimeoutError'
  return new NoAnswer(
    timedOut ? 'The server did not answer in time.' : 'The server could not be reached.',
  )
}
