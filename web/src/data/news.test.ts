import { describe, expect, it } from 'vitest'
import { daysFrom, importanceWord, safeLink } from './news'

describe('news and what is due', () => {
  it('open addresses of the web alone', () => {
    expect(safeLink('https://news.example/a?b=1')).toBe('https://news.example/a?b=1')
    expect(safeLink('javascript:alert(1)')).toBeUndefined()
    expect(safeLink('data:text/html,x')).toBeUndefined()
    expect(safeLink('no address')).toBeUndefined()
    expect(safeLink(null)).toBeUndefined()
  })

  it('ask for whole days in UTC, today first', () => {
    expect(daysFrom(Date.parse('2026-03-02T13:14:15Z'), 8)).toEqual({
      from: '2026-03-02T00:00:00.000Z',
      to: '2026-03-10T00:00:00.000Z',
    })
  })

  it('say how much an entry weighs in a word', () => {
    expect([0, 1, 2, 3, 9].map(importanceWord)).toEqual(['not said', 'low', 'medium', 'high', '9'])
  })
})
