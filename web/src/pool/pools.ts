import type { AnswerOf } from '../../client/rest'

export type Pool = AnswerOf<'listPools'>['items'][number]
export type Member = AnswerOf<'listPoolMembers'>['items'][number]
export type PoolRole = Pool['role']

/** What a member may do, the least first; each may also do what those before it may. */
export const roles: readonly (readonly [PoolRole, string, string])[] = [
  ['ASSOCIATE', 'Associate', 'Sees the account and owns units.'],
  ['MODERATOR', 'Moderator', 'Trades on the account, and invites associates.'],
  ['OWNER', 'Owner', 'Sets limits, decides who is what, and may end the pool.'],
]

export function roleName(role: PoolRole): string {
  return roles.find(([each]) => each === role)?.[1] ?? role
}

export function reaches(role: PoolRole, least: PoolRole): boolean {
  const rank = (of: PoolRole) => roles.findIndex(([each]) => each === of)
  return rank(role) >= rank(least)
}

/** Whether who is signed in may take this member out: itself, or who ranks lower. */
export function mayRemove(mine: PoolRole, member: Member, userId: string | undefined): boolean {
  if (member.userId === userId) return true
  return mine === 'OWNER' || (mine === 'MODERATOR' && member.role === 'ASSOCIATE')
}

/** Whole percents of all units that members have; undefined while nobody has any. */
export function share(member: Member, members: readonly Member[]): number | undefined {
  const all = members.reduce((sum, each) => sum + each.units, 0)
  return all === 0 ? undefined : Math.round((100 * member.units) / all)
}
