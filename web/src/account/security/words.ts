const methods: Record<string, string> = {
  password: 'password',
  passkey: 'passkey',
  google: 'Google',
  telegram: 'Telegram',
}

/** A day and a minute in UTC: 2026-03-02 10:15. */
export function moment(time: string): string {
  return time.slice(0, 16).replace('T', ' ')
}

/** Who vouches for an account elsewhere. */
export function issuerName(issuer: string): string {
  return issuer === 'https://telegram.org' ? 'Telegram' : 'Google'
}

/** How somebody signed in. */
export function methodName(method: string): string {
  return methods[method] ?? method
}

const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
]

const programs: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/(Headless)?Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

/** What a User-Agent header means to a person; the header itself where it says nothing known. */
export function deviceName(agent: string): string {
  const of = (names: readonly (readonly [RegExp, string])[]) =>
    names.find(([pattern]) => pattern.test(agent))?.[1]
  const [program, system] = [of(programs), of(systems)]
  if (program !== undefined) return system === undefined ? program : `${program} on ${system}`
  return agent === '' ? 'Unknown device' : agent.slice(0, 60)
}
