import { describe, expect, it } from 'vitest'
import { left, networksIn, type ApiKey } from './keys'

const key = (expiresAt: string | null): ApiKey => ({
  id: '1',
  name: 'bot',
  prefix: 'rk_0123456789abcdef',
  scopes: ['trading'],
  networks: [],
  createdAt: '2026-01-01T00:00:00Z',
  expiresAt,
  poolId: null,
})

describe('API keys', () => {
  it('take addresses however they are typed', () => {
    expect(networksIn('192.0.2.1, 10.0.0.0/8\n2001:db8::/32 ')).toEqual([
      '192.0.2.1',
      '10.0.0.0/8',
      '2001:db8::/32',
    ])
    expect(networksIn('  ')).toEqual([])
  })

  it('know how much of their life is left', () => {
    const ends = key('2026-01-05T00:00:00Z')
    expect(left(ends, Date.parse('2026-01-02T00:00:00Z'))).toBe(0.75)
    expect(left(ends, Date.parse('2026-02-02T00:00:00Z'))).toBe(0)
    expect(left(key(null), 0)).toBeUndefined()
  })
})
