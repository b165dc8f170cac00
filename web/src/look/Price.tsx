import { createEffect, createMemo, on } from 'solid-js'
import { compare, parseDecimal } from '../../client/decimal'
import { firstChange, unknown } from './format'

const flashMs = 300

interface PriceProps {
  /** Grouped text, as it is to be shown; undefined while it is not known. */
  readonly text: string | undefined
  readonly class?: string
}

/** A live price: the digits that did not change are muted, a change flashes its background. */
export function Price(props: PriceProps) {
  let element: HTMLSpanElement | undefined
  const parts = createMemo<{ text: string; from: number; before: string | undefined }>(
    (last) => {
      const text = props.text ?? unknown
      return { text, before: last.text, from: firstChange(last.text, text) }
    },
    { text: unknown, from: 0, before: undefined },
  )
  createEffect(
    on(parts, ({ text, before }) => {
      if (element === undefined || before === undefined || before === unknown) return
      flash(element, direction(before, text))
    }, { defer: true }),
  )
  return (
    <span ref={element} class={`num live-value rounded-sm ${props.class ?? ''}`}>
      <span class="text-digits">{parts().text.slice(0, parts().from)}</span>
      {parts().text.slice(parts().from)}
    </span>
  )
}

function direction(before: string, now: string): number {
  const a = parseDecimal(before.replaceAll(',', ''))
  const b = parseDecimal(now.replaceAll(',', ''))
  return a === undefined || b === undefined ? 0 : compare(b, a)
}

function flash(element: HTMLElement, sign: number): void {
  if (sign === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const colour = sign > 0 ? 'var(--up)' : 'var(--down)'
  element.animate(
    [
      { backgroundColor: `color-mix(in srgb, ${colour} 45%, transparent)` },
      { backgroundColor: 'transparent' },
    ],
    // In a few steps: a smooth fade would paint every frame anew for as long as prices move.
    { duration: flashMs, easing: 'steps(5)' },
  )
}
