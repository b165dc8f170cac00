const words: Record<string, string> = {
  spot: 'Spot',
  share: 'Share',
  future: 'Future',
  sportsShare: 'Sports share',
  perpetual: 'Perpetual',
  cfd: 'CFD',
}

/** What sort of market it is, in words. */
export function kindWord(kind: string): string {
  return words[kind] ?? kind
}
