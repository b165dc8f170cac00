import { describe, expect, it } from 'vitest'
import { mayRemove, reaches, share, type Member } from './pools'

const member = (userId: string, role: Member['role'], units = 0): Member => ({
  userId,
  email: `${userId}@example.test`,
  role,
  units,
  joinedAt: '2026-01-02T03:04:05Z',
})

describe('roles of a pool', () => {
  it('rank in their order', () => {
    expect(reaches('OWNER', 'MODERATOR')).toBe(true)
    expect(reaches('MODERATOR', 'MODERATOR')).toBe(true)
    expect(reaches('ASSOCIATE', 'MODERATOR')).toBe(false)
  })

  it('let a moderator remove associates and itself alone', () => {
    expect(mayRemove('MODERATOR', member('2', 'ASSOCIATE'), '1')).toBe(true)
    expect(mayRemove('MODERATOR', member('2', 'MODERATOR'), '1')).toBe(false)
    expect(mayRemove('MODERATOR', member('1', 'MODERATOR'), '1')).toBe(true)
    expect(mayRemove('ASSOCIATE', member('2', 'ASSOCIATE'), '1')).toBe(false)
    expect(mayRemove('OWNER', member('2', 'OWNER'), '1')).toBe(true)
  })

  it('share what units there are', () => {
    const all = [member('1', 'OWNER', 300), member('2', 'ASSOCIATE', 100)]
    expect(all.map((each) => share(each, all))).toEqual([75, 25])
    expect(share(member('1', 'OWNER'), [member('1', 'OWNER')])).toBeUndefined()
  })
})
