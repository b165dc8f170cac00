/** A figure as people read it: six digits that count, more where it is large, grouped. */
export function figureText(value: unknown): string {
  if (value === null || value === undefined) return '—'
  if (typeof value !== 'number') return String(value)
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1e15 || size < 1e-6) return value.toExponential(5).replace(/^-/, '−')
  const decimals = Math.max(2, Math.min(10, 5 - Math.floor(Math.log10(size))))
  return value.toLocaleString('en-GB', { maximumFractionDigits: decimals }).replace(/^-/, '−')
}

/** An amount of money without its cents; `—` while it is not known. */
export function moneyText(value: number | null): string {
  if (value === null) return '—'
  return value.toLocaleString('en-GB', { maximumFractionDigits: 0 }).replace('-', '−')
}
