import { createRoot, createSignal } from 'solid-js'
import { describe, expect, it } from 'vitest'
import type { Bar } from '../../../client/shapes'
import { Sparks } from './sparks'

const settled = () => new Promise((done) => setImmediate(done))

/** A platform that answers when it is told to. */
function platform() {
  const asked: string[] = []
  const answers: (() => void)[] = []
  const bars = (symbol: string, _: string, page: { from?: string } = {}) => {
    asked.push(`${symbol} from ${page.from}`)
    return new Promise<readonly Bar[]>((resolve) => answers.push(() => resolve([])))
  }
  return { sparks: new Sparks({ bars }), asked, answer: () => answers.shift()?.() }
}

/** Rows in sight; the returned functions take them out of it again. */
function look(sparks: Sparks, symbols: readonly string[], time: () => string): (() => void)[] {
  return symbols.map((symbol) =>
    createRoot((dispose) => {
      sparks.follow(symbol, time)
      return dispose
    }),
  )
}

const noon = () => '2026-03-02T12:34:56Z'

describe('the sparklines’ requests', () => {
  it('are for the day before the hour of the last trade', () => {
    const { sparks, asked } = platform()
    look(sparks, ['ACME'], noon)
    expect(asked).toEqual(['ACME from 2026-03-01T12:00:00.000Z'])
  })

  it('are four at once, the next when one has been answered', async () => {
    const { sparks, asked, answer } = platform()
    look(sparks, ['A', 'B', 'C', 'D', 'E', 'F'], noon)
    expect(asked).toHaveLength(4)
    answer()
    await settled()
    expect(asked).toHaveLength(5)
  })

  it('are not made for a row that has left the screen before its turn', async () => {
    const { sparks, asked, answer } = platform()
    const rows = look(sparks, ['A', 'B', 'C', 'D', 'E', 'F'], noon)
    rows[4]?.()
    answer()
    await settled()
    expect(asked.at(-1)).toContain('F')
  })

  it('are made once an hour, however often a row comes and goes', async () => {
    const { sparks, asked, answer } = platform()
    const [time, setTime] = createSignal(noon())
    look(sparks, ['A'], time)[0]?.()
    answer()
    await settled()
    look(sparks, ['A'], time)
    setTime('2026-03-02T12:59:59Z')
    expect(asked).toHaveLength(1)
    setTime('2026-03-02T13:00:00Z')
    expect(asked).toHaveLength(2)
  })
})
