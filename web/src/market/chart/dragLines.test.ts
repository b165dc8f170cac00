import { expect, test } from 'vitest'
import { nearest } from './dragLines'

test('the mouse takes the nearest line within four pixels', () => {
  expect(nearest(100, [90, 103, 98])).toBe(2)
  expect(nearest(100, [90, 104])).toBe(1)
  expect(nearest(100, [95, 105])).toBeUndefined()
  expect(nearest(100, [null])).toBeUndefined()
  expect(nearest(100, [])).toBeUndefined()
})
