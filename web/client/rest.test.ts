import { describe, expect, it } from 'vitest'
import { ApiError, NoAnswer } from './failures'
import { Rest } from './rest'

interface Call {
  readonly url: string
  readonly init: RequestInit
}

type Reply = () => Response | Promise<Response>

const json = (status: number, body: unknown, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers })

/** A door that gives prepared answers, and credentials that can be renewed or not. */
function door(replies: Reply[], renewable = true) {
  const calls: Call[] = []
  let token = 'old'
  const rest = new Rest({
    origin: 'http://venue',
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

describe('the REST client', () => {
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
