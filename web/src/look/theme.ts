import { createEffect, createSignal, type Accessor } from 'solid-js'
import { recall, remember } from './memory'

export type Theme = 'dark' | 'light'
export type Pair = 'green-red' | 'blue-orange'

export interface Looks {
  readonly theme: Accessor<Theme>
  readonly pair: Accessor<Pair>
  toggleTheme(): void
  togglePair(): void
}

/** Theme and colour pair, remembered on this machine where the browser allows it. */
export function createLooks(): Looks {
  const [theme, setTheme] = createSignal<Theme>(recall('theme') === 'light' ? 'light' : 'dark')
  const [pair, setPair] = createSignal<Pair>(
    recall('pair') === 'blue-orange' ? 'blue-orange' : 'green-red',
  )
  createEffect(() => {
    document.documentElement.dataset['theme'] = theme()
    document.documentElement.dataset['pair'] = pair()
    remember('theme', theme())
    remember('pair', pair())
  })
  return {
    theme,
    pair,
    toggleTheme: () => setTheme((now) => (now === 'dark' ? 'light' : 'dark')),
    togglePair: () => setPair((now) => (now === 'green-red' ? 'blue-orange' : 'green-red')),
  }
}
