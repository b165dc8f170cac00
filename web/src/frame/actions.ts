import type { Terminal } from '../terminal'

/** Something the page can do by a key or from the palette. */
export interface Action {
  readonly title: string
  /** As the sheet shows them; empty for what only the palette offers. */
  readonly keys: string
  /** The key that starts it outside of text fields, as `KeyboardEvent.key` says it. */
  readonly key?: string
  /** The letter after `G`. */
  readonly goto?: string
  run(terminal: Terminal): void
}

const ticketQuantity = '[data-testid=ticket-quantity]'
const signInEmail = '[data-testid=sign-in-email]'

function openTicket({ frame, ticket, signedIn }: Terminal, side: 'buy' | 'sell'): void {
  ticket.setSide(side)
  frame.focus('trade', signedIn.session() === undefined ? signInEmail : ticketQuantity)
}

export const actions: readonly Action[] = [
  { title: 'Buy', keys: 'B', key: 'b', run: (at) => openTicket(at, 'buy') },
  { title: 'Sell', keys: 'S', key: 's', run: (at) => openTicket(at, 'sell') },
  {
    title: 'Search the markets',
    keys: '/',
    key: '/',
    run: ({ frame }) => frame.focus('markets', '[data-testid=watchlist-filter]'),
  },
  {
    title: 'Cancel all orders in this market',
    keys: 'Shift X',
    key: 'X',
    run: ({ frame }) => frame.open('cancel-here'),
  },
  { title: 'Cancel all orders', keys: '', run: ({ frame }) => frame.open('cancel-all') },
  {
    title: 'Go to the markets',
    keys: 'G then M',
    goto: 'm',
    run: ({ frame }) => frame.focus('markets', '[role=option][tabindex="0"]'),
  },
  {
    title: 'Go to the chart',
    keys: 'G then C',
    goto: 'c',
    run: ({ frame }) => frame.focus('chart', '[data-testid=chart]'),
  },
  {
    title: 'Go to the book',
    keys: 'G then B',
    goto: 'b',
    run: ({ frame }) => frame.focus('book', '[data-testid=book]'),
  },
  {
    title: 'Go to the ticket',
    keys: 'G then T',
    goto: 't',
    run: ({ frame }) => frame.focus('trade', '[data-testid=ticket]'),
  },
  {
    title: 'Go to my orders',
    keys: 'G then O',
    goto: 'o',
    run: ({ frame }) => frame.focus('orders', '[data-testid=blotter]'),
  },
  { title: 'Switch between dark and light', keys: '', run: ({ looks }) => looks.toggleTheme() },
  {
    title: 'Switch between green–red and blue–orange',
    keys: '',
    run: ({ looks }) => looks.togglePair(),
  },
  { title: 'Sign out', keys: '', run: ({ signedIn }) => signedIn.signOut() },
  {
    title: 'Show the keyboard shortcuts',
    keys: '?',
    key: '?',
    run: ({ frame }) => frame.open('shortcuts'),
  },
]

/** Keys that belong to the place that has the focus; the sheet lists them with the rest. */
export const localKeys: readonly [keys: string, title: string][] = [
  ['Ctrl K', 'Find a market or an action'],
  ['Enter', 'Send the ticket, or open the market that has the focus'],
  ['Esc', 'Back'],
  ['↑ ↓', 'Price by a tick, with Shift by ten; next market or order'],
  ['1 … 9', 'Size in tenths of the funds, in the ticket outside of its fields'],
  ['X', 'Cancel the order that has the focus'],
]
