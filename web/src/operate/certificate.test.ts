import { describe, expect, it } from 'vitest'
import {
  hostsOf,
  isCalled,
  nameFault,
  shareLeft,
  standing,
  timeLeft,
  type Listed,
} from './certificate'

const one: Listed = {
  serial: 'ab',
  kind: 'node',
  name: 'n1',
  hosts: ['n1.test'],
  notBefore: '2026-11-21T00:00:00Z',
  notAfter: '2026-11-22T00:00:00Z',
  revokedAt: null,
  reason: null,
}
const at = (hour: number) => Date.parse('2026-11-21T00:00:00Z') + hour * 3_600_000

describe('a certificate', () => {
  it('has a share of its life left', () => {
    expect(shareLeft(one, at(0))).toBe(1)
    expect(shareLeft(one, at(18))).toBe(0.25)
    expect(shareLeft(one, at(30))).toBe(0)
  })

  it('should have been renewed at half of its life', () => {
    expect([0, 12, 15, 22, 25].map((hour) => standing(one, at(hour)))).toEqual([
      'good', 'good', 'due', 'late', 'ended',
    ])
    expect(standing({ ...one, revokedAt: '2026-11-21T01:00:00Z' }, at(2))).toBe('revoked')
  })

  it('tells its time in two units', () => {
    expect(timeLeft(one, at(0))).toBe('1 d 0 h')
    expect(timeLeft(one, at(1.5))).toBe('22 h 30 min')
    expect(timeLeft(one, at(23.5))).toBe('30 min')
    expect(timeLeft(one, at(25))).toBe('ended')
  })
})

describe('an invitation', () => {
  it('names hosts for what is called alone', () => {
    expect(isCalled('node')).toBe(true)
    expect(isCalled('operator')).toBe(false)
    expect(hostsOf(' a.test, 10.0.0.5\nb.test')).toEqual(['a.test', '10.0.0.5', 'b.test'])
  })

  it('has a plain name', () => {
    expect(nameFault('')).toBeUndefined()
    expect(nameFault('s-1.eu')).toBeUndefined()
    expect(nameFault('s 1')).toContain('letters')
  })
})
