import { expect, it } from 'vitest'
import { byStore, largestFirst, rowsText, sizeText, spanText, type StoredTable } from './storage'

const table = (store: string, name: string, bytes: number): StoredTable => ({
  store,
  table: name,
  rows: 1234567,
  bytes,
  approximate: store === 'postgres',
  from: store === 'postgres' ? null : '2026-03-01T00:00:00Z',
  to: store === 'postgres' ? null : '2026-04-01T00:00:00Z',
})

it('says sizes in the unit that fits', () => {
  expect(['0 B', '1023 B', '1.0 KB', '1.5 MB', '200 MB', '2.0 GB']).toEqual(
    [0, 1023, 1024, 1.5 * 2 ** 20, 200 * 2 ** 20, 2 ** 31].map(sizeText),
  )
})

it('says which rows are an estimate', () => {
  expect(rowsText(table('postgres', 'orders', 1))).toBe('~1,234,567')
  expect(rowsText(table('questdb', 'trades', 1))).toBe('1,234,567')
})

it('names the first day and the last that lies within', () => {
  expect(spanText(table('questdb', 'trades', 1))).toBe('2026-03-01 – 2026-03-31')
  expect(spanText(table('postgres', 'orders', 1))).toBe('')
})

it('puts the largest first and adds up the stores', () => {
  const all = [table('postgres', 'a', 1), table('questdb', 'b', 9), table('postgres', 'c', 4)]
  expect(largestFirst(all).map((each) => each.table)).toEqual(['b', 'c', 'a'])
  expect(byStore(all)).toEqual([
    ['questdb', 9],
    ['postgres', 5],
  ])
})
