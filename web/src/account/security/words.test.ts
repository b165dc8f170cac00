import { describe, expect, it } from 'vitest'
import { deviceName, methodName, moment } from './words'

describe('the words of the security dialog', () => {
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
  it.each([
    [`Mozilla (X11; Linux x86_64) ${webkit} HeadlessChrome/140.0 Safari/537.36`, 'Chrome on Linux'],
    [`Mozilla (Windows NT 10.0) ${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`, 'Edge on Windows'],
    [`Mozilla (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${webkit} Safari/604.1`, 'Safari on iOS'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15) Gecko/2010 Firefox/130.0', 'Firefox on macOS'],
    ['curl/8.5.0', 'curl/8.5.0'],
    ['', 'Unknown device'],
  ])('name the device %s', (agent, name) => {
    expect(deviceName(agent)).toBe(name)
  })

  it('say when and how', () => {
    expect(moment('2026-03-02T10:15:59.123Z')).toBe('2026-03-02 10:15')
    expect(methodName('google')).toBe('Google')
    expect(methodName('other')).toBe('other')
  })
})
