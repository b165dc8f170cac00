import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Tokens = Record<string, string>

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function block(selector: string): Tokens {
  const start = css.indexOf(selector)
  const body = css.slice(css.indexOf('{', start), css.indexOf('}', start))
  return Object.fromEntries(
    [...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  ) as Tokens
}

// WCAG 2.2, relative luminance and contrast ratio.
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const dark = block("[data-theme='dark'] {")
const light = block("[data-theme='light'] {")
const themes: [string, Tokens][] = [
  ['dark', dark],
  ['light', light],
  ['dark, blue and orange', { ...dark, ...block("[data-theme='dark'][data-pair") }],
  ['light, blue and orange', { ...light, ...block("[data-theme='light'][data-pair") }],
]

describe.each(themes)('the %s theme', (_, tokens) => {
  const ratio = (front: string, back: string) =>
    contrast(tokens[front] as string, tokens[back] as string)
  const surfaces = ['panel', 'raised']

  it.each(['text', 'digits', 'up-number', 'down-number'])('shows numbers in %s at AAA', (name) => {
    for (const surface of surfaces) expect(ratio(name, surface)).toBeGreaterThanOrEqual(7)
  })

  it.each(['muted', 'accent', 'warning', 'danger-text'])('shows words in %s at AA', (name) => {
    for (const surface of [...surfaces, 'background']) {
      expect(ratio(name, surface)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('outlines its fields at 3:1 and labels its coloured buttons at AA', () => {
    for (const surface of surfaces) expect(ratio('edge', surface)).toBeGreaterThanOrEqual(3)
    expect(ratio('on-side', 'up')).toBeGreaterThanOrEqual(4.5)
    expect(ratio('on-side', 'down')).toBeGreaterThanOrEqual(4.5)
    expect(ratio('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5)
  })
})
