import { Calls, type CallOptions } from './calls.js'
import { ApiError, errorBody, NoAnswer } from './failures.js'
import type { Functions } from './functions.js'
import { operations, type Operations } from './operations.js'
import type {
  AccountEvent,
  AccountMargin,
  AccountName,
  Adjustment,
  Balance,
  Bar,
  CanceledOrder,
  EquityPoint,
  Fill,
  Health,
  Instrument,
  Interval,
  NewTerms,
  Order,
  Page,
  PlaceOrder,
  Position,
  Reconciliation,
  Session,
  Settings,
} from './shapes.js'

export type { Credentials } from './calls.js'
export type RestOptions = CallOptions

export type OperationId = keyof Operations
export type RequestOf<Id extends OperationId> = Operations[Id]['request']
export type AnswerOf<Id extends OperationId> = Operations[Id]['answer']

export type FunctionName = keyof Functions
export type QuestionOf<Name extends FunctionName> = Functions[Name]['question']
export type FiguresOf<Name extends FunctionName> = Functions[Name]['figures']

export interface Repetition {
  /**
   * Whether a POST may be sent again when its outcome is unknown. It then has to carry what makes
   * it recognisable: an `idempotencyKey`, or an order's `clientOrderId`. A GET always may.
   */
  readonly repeat: boolean
}

/** The request may be left out where nothing in it is required. */
type Given<Id extends OperationId> = object extends RequestOf<Id>
  ? [request?: RequestOf<Id>, repetition?: Repetition]
  : [request: RequestOf<Id>, repetition?: Repetition]

/** What proves who asks for something dangerous: one of them. */
export type Proof = Pick<RequestOf<'mintDanger'>['body'], 'password' | 'code' | 'passkey'>

/** Any operation's request, seen from inside. */
interface AnyRequest {
  readonly path?: Record<string, string>
  readonly query?: Record<string, string | number | undefined>
  readonly idempotencyKey?: string
  readonly body?: Record<string, unknown>
}

interface Route {
  readonly method: string
  readonly path: string
  readonly isPublic?: true
  readonly isText?: true
}

const pageSize = 500
const jobPollMs = 250
const unknownFault = { code: 'INTERNAL', message: 'the job failed' }
const pagesMax = 20

/**
 * The REST door. Every call resolves to the answer or throws an {@link ApiError} (refused, with
 * the reason) or a {@link NoAnswer} (unknown outcome: repeat with the same client order id).
 */
export class Rest {
  readonly #calls: Calls

  constructor(options: RestOptions) {
    this.#calls = new Calls(options)
  }

  /**
   * Any operation of the platform, by its name in `openapi.json`.
   *
   * @throws TypeError when it is to be repeated and carries nothing that makes this safe
   */
  async call<Id extends OperationId>(
    id: Id,
    ...[given, repetition]: Given<Id>
  ): Promise<AnswerOf<Id>> {
    const route = routeOf(id)
    const request = (given ?? {}) as AnyRequest
    const answer = await this.#calls.send({
      method: route.method,
      path: pathText(route.path, request.path) + queryText(request.query),
      body: request.body,
      idempotencyKey: request.idempotencyKey,
      isPublic: route.isPublic === true,
      isText: route.isText === true,
      mayRepeat: mayRepeat(id, route, request, repetition),
    })
    return answer as AnswerOf<Id>
  }

  /**
   * Something dangerous: mints a token for exactly this request with a proof of who asks, and sends
   * it. Needs `crypto.subtle`, which pages have on localhost and over https.
   */
  async dangerous<Id extends OperationId>(
    id: Id,
    request: RequestOf<Id>,
    proof: Proof,
  ): Promise<AnswerOf<Id>> {
    const route: Route = operations[id]
    const { path, body } = request as AnyRequest
    const resource = pathText(route.path, path)
    const bodySha256 = await sha256(body === undefined ? '' : JSON.stringify(body))
    const deed = { operation: id, resource, bodySha256, ...proof }
    const { token } = await this.call('mintDanger', { body: deed })
    const answer = await this.#calls.send({
      method: route.method,
      path: resource,
      body,
      dangerToken: token,
      isPublic: false,
      isText: false,
      mayRepeat: false,
    })
    return answer as AnswerOf<Id>
  }

  signIn(email: string, password: string): Promise<Session> {
    return this.call('signIn', { body: { email, password } })
  }

  /** Ends the session on every node. */
  signOut(): Promise<undefined> {
    return this.call('signOut')
  }

  renew(outerToken: string): Promise<Partial<Session> & { token: string }> {
    return this.call('renewSession', { body: { outerToken } })
  }

  /** That the platform answers, and which build it is where it says so. */
  health(): Promise<Health> {
    return this.call('health')
  }

  async instruments(): Promise<readonly Instrument[]> {
    return (await this.call('listInstruments')).items
  }

  /** The newest bars, or the newest that start in `[from, to)`, oldest first. */
  async bars(
    symbol: string,
    interval: Interval,
    page: {
      readonly from?: string
      readonly to?: string
      readonly limit?: number
      readonly adjust?: Adjustment
    } = {},
  ): Promise<readonly Bar[]> {
    const { from, to, limit, adjust } = page
    const query = { interval, from, to, limit: limit ?? pageSize, adjust }
    return (await this.call('listBars', { path: { symbol }, query })).items
  }

  /** The caller's accounts; wherever one may be named below, the first is meant without. */
  async accounts(): Promise<readonly AccountName[]> {
    return (await this.call('listAccounts')).items
  }

  async balances(accountId?: string): Promise<readonly Balance[]> {
    return (await this.call('listBalances', { query: { accountId } })).items
  }

  async positions(accountId?: string): Promise<readonly Position[]> {
    return (await this.call('listPositions', { query: { accountId } })).items
  }

  /** What the account was worth in `[from, to)`, oldest first. */
  async equity(
    accountId: string,
    interval: '1h' | '1d',
    from: string,
    to?: string,
  ): Promise<readonly EquityPoint[]> {
    const query = { interval, from, to }
    return (await this.call('listEquity', { path: { id: accountId }, query })).items
  }

  /** Orders of any status, newest first. */
  orders(cursor?: string, accountId?: string): Promise<Page<Order>> {
    return this.call('listOrders', { query: { limit: 100, cursor, accountId } })
  }

  openOrders(accountId?: string): Promise<Order[]> {
    return everything((cursor) =>
      this.call('listOrders', { query: { status: 'open', limit: pageSize, cursor, accountId } }),
    )
  }

  order(id: string, accountId?: string): Promise<Order> {
    return this.call('getOrder', { path: { id }, query: { accountId } })
  }

  placeOrder(order: PlaceOrder): Promise<Order> {
    return this.call('placeOrder', { body: order })
  }

  cancelOrder(id: string, accountId?: string): Promise<CanceledOrder> {
    return this.call('cancelOrder', { path: { id }, query: { accountId } })
  }

  replaceOrder(id: string, terms: NewTerms, accountId?: string): Promise<Order> {
    return this.call('replaceOrder', { path: { id }, body: { ...terms, accountId } })
  }

  settings(accountId: string): Promise<Settings> {
    return this.call('getAccount', { path: { id: accountId } })
  }

  /** What the account has and needs, by asset. */
  async margin(accountId: string): Promise<readonly AccountMargin[]> {
    return (await this.call('listMargin', { path: { id: accountId } })).items
  }

  /** What the account's positions lived through since the caller was last here, newest first. */
  async eventsSinceLastSeen(accountId: string): Promise<readonly AccountEvent[]> {
    return (await this.call('listAccountEvents', { path: { id: accountId } })).items
  }

  /** Whether ledger, books and tables agree; only for an operator. */
  reconciliation(): Promise<Reconciliation> {
    return this.call('reconcile')
  }

  /**
   * A figure of `/v1/quant`. One that takes long is waited for as a job.
   *
   * @param told how far it is, from 0 to 1
   * @param unwanted cancels the job
   */
  async compute<Name extends FunctionName>(
    name: Name,
    question: QuestionOf<Name>,
    watch: { readonly told?: (part: number) => void; readonly unwanted?: AbortSignal } = {},
  ): Promise<FiguresOf<Name>> {
    const [area = '', fn = ''] = name.split('/')
    const path = { area, name: fn }
    const answer = await this.call('computeFunction', { path, body: { ...question } })
    let { job } = answer
    if (!job) return answer as unknown as FiguresOf<Name>
    const { id } = job
    for (;;) {
      if (watch.unwanted?.aborted === true) await this.call('cancelJob', { path: { id } })
      job = await this.call('getJob', { path: { id } })
      watch.told?.(job.progress)
      if (job.result) return job.result as unknown as FiguresOf<Name>
      if (job.error) throw new ApiError(422, errorBody(job) ?? unknownFault)
      if (job.state === 'canceled') throw new DOMException('the job was canceled', 'AbortError')
      await new Promise((wake) => setTimeout(wake, jobPollMs))
    }
  }

  /** My fills, newest first. */
  fills(cursor?: string, accountId?: string): Promise<Page<Fill>> {
    return this.call('listFills', { query: { limit: 100, cursor, accountId } })
  }
}

function routeOf(id: OperationId): Route {
  const route: Route | undefined = operations[id]
  if (route === undefined) throw new TypeError(`operation: there is no '${id}'`)
  return route
}

/** The items of all pages; at most 20 are read. */
async function everything<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  for (let count = 0; count < pagesMax; count += 1) {
    const { items: more, next } = await page(cursor)
    items.push(...more)
    if (next === null) return items
    cursor = next
  }
  return items
}

function mayRepeat(
  id: OperationId,
  route: Route,
  request: AnyRequest,
  repetition: Repetition | undefined,
): boolean {
  if (repetition?.repeat !== true) return route.method === 'GET' && repetition === undefined
  const recognised = request.idempotencyKey ?? request.body?.['clientOrderId']
  if (route.method === 'GET' || (route.method === 'POST' && recognised !== undefined)) return true
  throw new TypeError(
    `repeat: ${id} may not be repeated; only a GET may, or a POST with an idempotencyKey or a` +
      ' clientOrderId',
  )
}

/** In hexadecimal, of the text as it goes over the wire. */
async function sha256(text: string): Promise<string> {
  if (globalThis.crypto?.subtle === undefined) {
    throw new NoAnswer('Dangerous things can be done over https or at localhost only.')
  }
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function pathText(template: string, names: Record<string, string> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = names[name]
    if (value === undefined || value === '') throw new TypeError(`path: ${name} must be given`)
    return encodeURIComponent(value)
  })
}

function queryText(query: Record<string, string | number | undefined> = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}
