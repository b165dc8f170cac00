import { describe, expect, it } from 'vitest'
import type { AuditRecord } from '../../client/shapes'
import { asked, changes, filterFault, filterQuery, noFilter } from './audit'

const record = (parts: Partial<AuditRecord>): AuditRecord => ({
  id: '1',
  time: '2026-01-02T03:04:05Z',
  who: '7',
  credential: 'session s',
  operation: 'setState',
  resource: '/v1/instruments/ACME/state',
  outcome: 'done',
  request: null,
  before: null,
  after: null,
  rayId: 'r',
  address: '::1',
  hash: '00',
  ...parts,
})

describe('changes', () => {
  it('names the places that are not the same', () => {
    const before = JSON.stringify({ state: 'open', terms: { fees: [{ maker: '0' }] }, same: 1 })
    const after = JSON.stringify({ state: 'halt', terms: { fees: [{ maker: '1' }] }, same: 1 })
    expect(changes(record({ before, after }))).toEqual([
      { place: 'state', before: 'open', after: 'halt' },
      { place: 'terms.fees.0.maker', before: '0', after: '1' },
    ])
  })

  it('shows all that came of an act before which nothing was known', () => {
    expect(changes(record({ after: '{"id":"5","gone":null}' }))).toEqual([
      { place: 'id', before: '', after: '5' },
      { place: 'gone', before: '', after: 'null' },
    ])
    expect(changes(record({}))).toEqual([])
  })

  it('shows a text that was cut as it is', () => {
    expect(changes(record({ after: '{"a":"…' }))).toEqual([
      { place: '', before: '', after: '{"a":"…' },
    ])
  })
})

it('tells what was asked in a line', () => {
  expect(asked(record({ request: '{"symbol":"ACME","state":"halt"}' }))).toBe(
    'symbol ACME, state halt',
  )
})

describe('filter', () => {
  it('becomes a query in UTC', () => {
    expect(filterQuery({ ...noFilter, who: ' 7 ', from: '2026-01-02T03:04' })).toEqual({
      who: '7',
      operation: undefined,
      from: '2026-01-02T03:04:00.000Z',
      to: undefined,
    })
  })

  it('refuses what the platform would', () => {
    expect(filterFault(noFilter)).toBeUndefined()
    expect(filterFault({ ...noFilter, who: 'me' })).toMatch(/number/)
    expect(filterFault({ ...noFilter, from: '2026-01-02T03:04', to: '2026-01-02T03:04' })).toMatch(
      /after/,
    )
  })
})
