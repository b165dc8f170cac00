import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import { heldOrder } from '../../look/held'

/** The ids of a list, standing still while the pointer is over it. */
export function createHeldIds(wanted: Accessor<readonly string[]>): {
  readonly ids: Accessor<readonly string[]>
  hold(over: boolean): void
} {
  const [over, hold] = createSignal(false)
  const [shown, setShown] = createSignal<readonly string[]>([])
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((id, i) => id === b[i])
  const next = createMemo(() => heldOrder(shown(), wanted(), over()), [], { equals: same })
  createEffect(on(next, (ids) => setShown(ids)))
  return { ids: next, hold: (now) => void hold(now) }
}
