import { describe, expect, it } from 'vitest'
import { calendarBody, calendarFault, minuteOf, usualWeek, type TypedChange } from './calendar'

const change = (day: number, time: string, state: TypedChange['state'] = 'open') => ({
  day,
  time,
  state,
})

describe('a calendar', () => {
  it('counts the minutes of the week from Monday', () => {
    expect(minuteOf(change(0, '00:00'))).toBe(0)
    expect(minuteOf(change(6, '23:59'))).toBe(10_079)
    expect(minuteOf(change(6, ''))).toBeUndefined()
  })

  it('is sent by rising minute, with its closed days', () => {
    const typed = [change(1, '08:30'), change(0, '16:30', 'closed')]
    expect(calendarBody(typed, '2026-12-25, 2027-01-01')).toEqual({
      changes: [
        { minuteOfWeek: 990, state: 'closed' },
        { minuteOfWeek: 1950, state: 'open' },
      ],
      closedDays: ['2026-12-25', '2027-01-01'],
    })
  })

  it.each<[readonly TypedChange[], string, string | undefined]>([
    [usualWeek, '', undefined],
    [[], '2026-12-25', undefined],
    [[change(0, '')], '', 'Each change must have a time of day.'],
    [[change(0, '08:00'), change(0, '08:00')], '', 'Two changes are at the same time.'],
    [[], 'Christmas', '“Christmas” must be a date such as 2026-12-25.'],
    [[], '2026-02-30', '“2026-02-30” must be a date such as 2026-12-25.'],
    [[], '2026-12-25 '.repeat(65), 'There must be at most 64 closed days.'],
  ])('case %# is told: %s, %s', (changes, days, message) => {
    expect(calendarFault(changes, days)).toBe(message)
  })
})
