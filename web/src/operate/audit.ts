import type { AuditRecord } from '../../client/shapes'

/** One place of a resource that an act has changed, or one field of what was asked. */
export interface Change {
  readonly place: string
  readonly before: string
  readonly after: string
}

/** Every value of a JSON text by its place, such as `terms.margins.0.initial`. */
function places(json: string | null | undefined): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (value: unknown, place: string) => {
    if (value !== null && typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) {
        walk(inner, place === '' ? name : `${place}.${name}`)
      }
    } else {
      found.set(place, typeof value === 'string' ? value : JSON.stringify(value))
    }
  }
  try {
    if (json !== null && json !== undefined) walk(JSON.parse(json), '')
  } catch {
    found.set('', json ?? '') // It was too long and cut.
  }
  return found
}

/** What is not the same before and after; where nothing was known before, all that came of it. */
export function changes(record: AuditRecord): readonly Change[] {
  const before = places(record.before)
  const after = places(record.after)
  const all = new Set([...before.keys(), ...after.keys()])
  return [...all]
    .map((place) => ({ place, before: before.get(place) ?? '', after: after.get(place) ?? '' }))
    .filter((change) => change.before !== change.after)
}

/** What was asked for, in a line. */
export function asked(record: AuditRecord): string {
  return [...places(record.request)].map(([place, value]) => `${place} ${value}`).join(', ')
}

/** The filters as they are typed. */
export interface TypedFilter {
  readonly who: string
  readonly operation: string
  readonly from: string
  readonly to: string
}

export const noFilter: TypedFilter = { who: '', operation: '', from: '', to: '' }

export function filterFault(filter: TypedFilter): string | undefined {
  if (!/^\d{0,18}$/.test(filter.who.trim())) return 'Who must be the number of a user.'
  if (filter.from !== '' && filter.to !== '' && filter.from >= filter.to) {
    return 'The end must be after the start.'
  }
  return undefined
}

/** The query of a filter without a fault; times are typed in UTC. */
export function filterQuery(filter: TypedFilter) {
  const time = (text: string) => (text === '' ? undefined : new Date(`${text}Z`).toISOString())
  return {
    who: filter.who.trim() || undefined,
    operation: filter.operation.trim() || undefined,
    from: time(filter.from),
    to: time(filter.to),
  }
}
