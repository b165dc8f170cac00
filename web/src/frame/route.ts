import { createSignal, onCleanup, type Accessor } from 'solid-js'

export interface Route {
  /** The instrument that the address names; undefined before one is chosen. */
  readonly symbol: Accessor<string | undefined>
  open(symbol: string): void
}

const symbolForm = /^[A-Z0-9:-]{1,32}$/

/** The address `/?symbol=BTC-USD` is the page's only place; Back returns to the last market. */
export function createRoute(): Route {
  const [symbol, setSymbol] = createSignal(symbolIn(location.href))
  const follow = () => setSymbol(symbolIn(location.href))
  addEventListener('popstate', follow)
  onCleanup(() => removeEventListener('popstate', follow))
  return {
    symbol,
    open(next) {
      if (next === symbol()) return
      const url = new URL(location.href)
      url.hash = ''
      url.searchParams.set('symbol', next)
      // A colon is legal in a query and readable; URLSearchParams would hide it.
      const place = `${url.pathname}?${url.searchParams.toString().replaceAll('%3A', ':')}`
      if (symbol() === undefined) history.replaceState(null, '', place)
      else history.pushState(null, '', place)
      setSymbol(next)
    },
  }
}

/** The symbol of `…?symbol=BTC-USD` or `…#BTC-USD`. */
export function symbolIn(href: string): string | undefined {
  const url = new URL(href)
  const text = url.searchParams.get('symbol') ?? url.hash.slice(1)
  return symbolForm.test(text) ? text : undefined
}
