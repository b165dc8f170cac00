import { describe, expect, it } from 'vitest'
import { rowsInSight } from './rowWindow'

describe('the rows in sight', () => {
  it('are what fits and a few beyond, of however many there are', () => {
    expect(rowsInSight(0, 400, 40, 2_000)).toEqual([0, 14])
    expect(rowsInSight(40_000, 400, 40, 2_000)).toEqual([996, 1_014])
  })

  it('end with the list', () => {
    expect(rowsInSight(0, 400, 40, 3)).toEqual([0, 3])
    expect(rowsInSight(4_000, 400, 40, 3)).toEqual([3, 3])
  })

  it('are none in a panel that is not shown', () => {
    expect(rowsInSight(0, 0, 40, 2_000)).toEqual([0, 0])
  })
})
