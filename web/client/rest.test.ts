import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError, NoAnswer } from './failures.js'
import { Rest } from './rest.js'

interface Call {
  readonly url: string
  readonly init: RequestInit
}

type Reply = () => Response | Promise<Response>

const json = (status: number, body: unknown, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers })

/** A door that gives prepared answers, and credentials that can be renewed or not. */
function door(replies: Reply[], renewable = true, attempts = 1) {
  const calls: Call[] = []
  let token = 'old'
  const rest = new Rest({
    origin: 'http://venue',
    attempts,
    random: () => 0.5,
    credentials: {
      token: () => token,
      renew: async () => {
        if (renewable) token = 'new'
        return renewable
      },
    },
    fetch: async (url, init) => {
      calls.push({ url: String(url), init: init ?? {} })
      const reply = replies[calls.length - 1]
      if (reply === undefined) throw new Error('unexpected request')
      return reply()
    },
  })
  const tokens = () =>
    calls.map(({ init }) => (init.headers as Record<string, string>)['Authorization'])
  return { rest, calls, tokens }
}

const refused = { error: { code: 'TOKEN_EXPIRED', message: 'the token is over' } }

describe('something dangerous', () => {
  it('is sent with a token that was minted for exactly this request', async () => {
    const minted = () => json(201, { token: 'danger', expiresAt: '2026-03-02T10:15:00Z' })
    const { rest, calls } = door([minted, () => json(200, { id: '7', state: 'SUSPENDED' })])
    const request = { path: { id: '7' }, body: { state: 'SUSPENDED' as const } }
    await rest.dangerous('setUserState', request, { code: '123456' })
    const [mint, deed] = calls.map(({ init }) => init)
    expect(JSON.parse(String(mint?.body))).toEqual({
      operation: 'setUserState',
      resource: '/v1/users/7/state',
      bodySha256: 'b795c7053f75bb181c47e0f30e1cf6fcf7bdde35f43701c05486043ccfc80481',
      code: '123456',
    })
    expect(deed?.body).toBe('{"state":"SUSPENDED"}')
    expect((deed?.headers as Record<string, string>)['Danger-Token']).toBe('danger')
  })

  it('is not asked for again with another token when the proof is wrong', async () => {
    const wrong = () => json(401, { error: { code: 'INVALID_CREDENTIALS', message: 'no' } })
    const { rest, calls } = door([wrong])
    await expect(rest.dangerous('deleteMe', {}, { password: 'x' })).rejects.toThrow('no')
    expect(calls).toHaveLength(1)
  })
})

describe('the REST client', () => {
  it('buys a danger token for exactly the request that it then sends', async () => {
    const { rest, calls } = door([
      () => json(201, { token: 'danger', expiresAt: '2026-11-21T10:10:00Z' }),
      () => json(201, { scope: 'USER', subject: '7', at: '2026-11-21T10:00:00Z' }),
    ])
    const body = { scope: 'USER', subject: '7' } as const
    await rest.dangerous('raiseBarrier', { body }, { password: 'secret' })
    const sent = '{"scope":"USER","subject":"7"}'
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sent))
    const bodySha256 = Buffer.from(digest).toString('hex')
    const [minted, raised] = calls.map(({ init }) => init)
    expect(JSON.parse(String(minted?.body))).toEqual({
      operation: 'raiseBarrier',
      resource: '/v1/barriers',
      bodySha256,
      password: 'secret',
    })
    expect(raised?.body).toBe(sent)
    expect(raised?.headers).toMatchObject({ 'Danger-Token': 'danger' })
  })

  it('renews a token that is over and repeats the request once', async () => {
    const { rest, tokens } = door([() => json(401, refused), () => json(200, { id: '7' })])
    expect(await rest.order('7')).toEqual({ id: '7' })
    expect(tokens()).toEqual(['Bearer old', 'Bearer new'])
  })

  it('gives up when the token cannot be renewed', async () => {
    const { rest, calls } = door([() => json(401, refused)], false)
    await expect(rest.order('7')).rejects.toMatchObject({ status: 401, code: 'TOKEN_EXPIRED' })
    expect(calls).toHaveLength(1)
  })

  it('tells a refusal with its field, value, rule and ray id', async () => {
    const error = { code: 'INVALID_PRICE', message: 'no', field: 'price', value: '1', rule: 'r' }
    const { rest } = door([() => json(422, { error }, { 'X-Ray-Id': 'abc' })])
    const thrown = await rest.order('7').catch((reason: unknown) => reason)
    expect(thrown).toBeInstanceOf(ApiError)
    expect(thrown).toMatchObject({ ...error, status: 422, rayId: 'abc' })
  })

  it.each<[string, Reply]>([
    ['an unreachable server', () => Promise.reject(new TypeError('fetch failed'))],
    ['a gateway without a reason', () => new Response('<html>', { status: 502 })],
    ['an answer that breaks off', () => new Response('{"id":', { status: 201 })],
  ])('takes %s for no answer, not for a refusal', async (_, reply) => {
    const { rest } = door([reply])
    await expect(rest.order('7')).rejects.toBeInstanceOf(NoAnswer)
  })

  it('asks for a venue’s market by its escaped symbol', async () => {
    const { rest, calls } = door([() => json(200, { items: [], next: null })])
    await rest.bars('COINBASE:BTC-USD', '1m', { to: '2026-03-02T10:00:00Z' })
    expect(calls[0]?.url).toBe(
      'http://venue/v1/markets/COINBASE%3ABTC-USD/bars' +
        '?interval=1m&to=2026-03-02T10%3A00%3A00Z&limit=500',
    )
  })

  it('types each operation’s request and answer after the platform’s own document', async () => {
    const { rest, calls } = door([() => json(200, { bids: [['1.10', '3']], asks: [] })])
    const book = await rest.call('getBook', { path: { symbol: 'BTC-USD' }, query: { depth: 5 } })
    expect(book.bids[0]).toEqual(['1.10', '3'])
    expect(calls[0]?.url).toBe('http://venue/v1/markets/BTC-USD/book?depth=5')
    // @ts-expect-error an operation that is not in the document
    await expect(() => rest.call('getBok')).rejects.toThrow("there is no 'getBok'")
    // @ts-expect-error a path that is left out
    await expect(rest.call('getBook', {})).rejects.toThrow('path: symbol must be given')
  })

  it('sends a key with a movement of money, and no token to what is public', async () => {
    const { rest, calls, tokens } = door([() => json(201, {}), () => new Response('ratel_up 1')])
    const body = { accountId: '1', asset: 'USD', amount: '0.10' }
    await rest.call('deposit', { idempotencyKey: 'first', body })
    expect(await rest.call('metrics')).toBe('ratel_up 1')
    expect(calls[0]?.init).toMatchObject({
      method: 'POST',
      headers: { 'Idempotency-Key': 'first' },
      body: '{"accountId":"1","asset":"USD","amount":"0.10"}',
    })
    expect(tokens()).toEqual(['Bearer old', undefined])
  })

  it('follows the pages of a list to its end', async () => {
    const { rest, calls } = door([
      () => json(200, { items: [{ id: '2' }], next: '2' }),
      () => json(200, { items: [{ id: '1' }], next: null }),
    ])
    expect((await rest.openOrders()).map((order) => order.id)).toEqual(['2', '1'])
    expect(calls[1]?.url).toContain('cursor=2')
  })

  it('names the account that is meant', async () => {
    const empty = () => json(200, { items: [], next: null })
    const { rest, calls } = door([empty, empty, empty])
    await rest.positions('7')
    await rest.fills('c1', '7')
    await rest.equity('7', '1h', '2026-03-01T22:00:00Z')
    expect(calls.map(({ url }) => url.slice('http://venue'.length))).toEqual([
      '/v1/positions?accountId=7',
      '/v1/trades?limit=100&cursor=c1&accountId=7',
      '/v1/accounts/7/equity?interval=1h&from=2026-03-01T22%3A00%3A00Z',
    ])
  })
})

describe('a request that may be repeated', () => {
  afterEach(() => vi.useRealTimers())
  const busy = (seconds?: string) => () =>
    json(
      503,
      { error: { code: 'BUSY', message: 'later' } },
      seconds === undefined ? {} : { 'Retry-After': seconds },
    )
  const order = { symbol: 'BTC-USD', side: 'buy', type: 'market', quantity: '1' } as const

  it('is repeated after silence and 503, later each time', async () => {
    vi.useFakeTimers()
    const silence = () => Promise.reject(new TypeError('fetch failed'))
    const { rest, calls } = door([silence, busy(), () => json(200, { id: '7' })], true, 3)
    const answer = rest.order('7')
    await vi.advanceTimersByTimeAsync(125)
    expect(calls).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(249)
    expect(calls).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(await answer).toEqual({ id: '7' })
  })

  it('waits as long as the platform asks, but never longer than the caller does', async () => {
    vi.useFakeTimers()
    const { rest, calls } = door([busy('3'), busy('60')], true, 3)
    const refusal = rest.order('7').catch((reason: unknown) => reason)
    await vi.advanceTimersByTimeAsync(2_999)
    expect(calls).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await refusal).toMatchObject({ code: 'BUSY', retryAfterMs: 60_000 })
  })

  it('is not repeated when it was refused', async () => {
    const { rest, calls } = door([() => json(404, refused)], true, 3)
    await expect(rest.order('7')).rejects.toBeInstanceOf(ApiError)
    expect(calls).toHaveLength(1)
  })

  it('is an order only when the caller asks and it can be recognised', async () => {
    vi.useFakeTimers()
    const { rest, calls } = door([busy(), busy(), () => json(200, { id: '8' })], true, 3)
    await expect(rest.placeOrder({ ...order, clientOrderId: 'a' })).rejects.toBeInstanceOf(ApiError)
    expect(calls).toHaveLength(1)
    await expect(rest.call('placeOrder', { body: order }, { repeat: true })).rejects.toThrow(
      'repeat: placeOrder may not be repeated',
    )
    const body = { ...order, clientOrderId: 'b' }
    const placed = rest.call('placeOrder', { body }, { repeat: true })
    await vi.advanceTimersByTimeAsync(125)
    expect((await placed).id).toBe('8')
    expect(calls[1]?.init.body).toBe(calls[2]?.init.body)
  })

  it('is never a cancellation', async () => {
    const { rest } = door([])
    await expect(
      rest.call('cancelOrder', { path: { id: '7' } }, { repeat: true }),
    ).rejects.toThrow(TypeError)
  })
})
