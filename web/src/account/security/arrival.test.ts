import { describe, expect, it } from 'vitest'
import { arrivalIn, reasonText, telegramAddress } from './arrival'
import { toBase64 } from './base64'

const page = 'http://localhost:8080/'

describe('an arrival from elsewhere', () => {
  it('is taken out of the address, and the market stays', () => {
    expect(arrivalIn(`${page}?symbol=COINBASE:BTC-USD&signed-in=google`)).toEqual({
      arrival: { kind: 'google' },
      rest: '/?symbol=COINBASE:BTC-USD',
    })
    expect(arrivalIn(`${page}?sign-in-failed=STATE`)).toEqual({
      arrival: { kind: 'failed', reason: 'STATE' },
      rest: '/',
    })
    expect(arrivalIn(`${page}?linked=google`).arrival).toEqual({ kind: 'linked' })
  })

  it('from Telegram is in the fragment, which no server sees', () => {
    const user = { id: 42, first_name: 'Änn', auth_date: 1, hash: 'ab' }
    const text = toBase64(new TextEncoder().encode(JSON.stringify(user)).buffer)
    expect(arrivalIn(`${page}?symbol=ACME#tgAuthResult=${text}`)).toEqual({
      arrival: { kind: 'telegram', user },
      rest: '/?symbol=ACME',
    })
  })

  it('is none where the address says nothing, or nothing that can be read', () => {
    const hashes = ['', '#BTC-USD', '#tgAuthResult=%%%', '#tgAuthResult=false']
    for (const href of hashes.map((hash) => page + hash)) {
      expect(arrivalIn(href).arrival).toBeUndefined()
    }
    expect(arrivalIn(`${page}#BTC-USD`).rest).toBe('/#BTC-USD')
  })

  it('has words for every reason', () => {
    expect(reasonText('NO_USER')).toContain('Sign in another way')
    expect(reasonText('new')).toContain('Try again')
    expect(telegramAddress('12345', 'http://localhost:8080')).toBe(
      'https://oauth.telegram.org/auth?bot_id=12345&origin=http%3A%2F%2Flocalhost%3A8080' +
        '&return_to=http%3A%2F%2Flocalhost%3A8080%2F',
    )
  })
})
