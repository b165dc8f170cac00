import { describe, expect, it } from 'vitest'
import { heldOrder } from './held'

describe('rows under the pointer', () => {
  it('stay where they are while others come and go', () => {
    expect(heldOrder(['a', 'b', 'c'], ['d', 'a', 'c'], true)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('take their wanted order when the pointer leaves', () => {
    expect(heldOrder(['a', 'b', 'c', 'd'], ['d', 'a', 'c'], false)).toEqual(['d', 'a', 'c'])
  })
})
