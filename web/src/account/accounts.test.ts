import { describe, expect, it } from 'vitest'
import { chosenFrom } from './accounts'

const known = [{ id: '1' }, { id: '2', name: 'Sports' }]

describe('the account on the screen', () => {
  it('is the one that was chosen last, while it is still one of the person’s', () => {
    expect(chosenFrom(known, '2', '1')).toBe('2')
    expect(chosenFrom(known, '9', '1')).toBe('1')
  })

  it('is the first at once, another only when the list has come', () => {
    expect(chosenFrom(undefined, undefined, '1')).toBe('1')
    expect(chosenFrom(undefined, '1', '1')).toBe('1')
    expect(chosenFrom(undefined, '2', '1')).toBeUndefined()
  })

  it('is the first of the list for a session that names none', () => {
    expect(chosenFrom(undefined, undefined, null)).toBeUndefined()
    expect(chosenFrom(known, undefined, null)).toBe('1')
    expect(chosenFrom([], undefined, null)).toBeUndefined()
  })
})
