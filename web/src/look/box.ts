import { createSignal, onCleanup, type Accessor } from 'solid-js'

export interface Box {
  readonly width: number
  readonly height: number
}

/** The size of an element as it changes, and the `ref` of the element to watch. */
export function createBox(): readonly [box: Accessor<Box>, watch: (element: Element) => void] {
  const [box, setBox] = createSignal<Box>({ width: 0, height: 0 })
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined) setBox(entry.contentRect)
  })
  onCleanup(() => observer.disconnect())
  return [box, (element) => observer.observe(element)]
}
