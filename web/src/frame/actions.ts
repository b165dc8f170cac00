import { nameOf } from '../account/accounts'
import { intervals } from '../market/chart/chartChoice'
import type { Terminal } from '../terminal'
import type { Blotter } from './frame'

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
  ticket.set({ side })
  frame.focus('trade', signedIn.session() === undefined ? signInEmail : ticketQuantity)
}

/** Shows a list of the account and puts the focus where its keys work. */
function openList({ frame }: Terminal, list: Blotter): void {
  frame.showBlotter(list)
  frame.focus('orders', '[data-testid=blotter]')
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
    run: ({ frame }) => frame.focus('markets', '[data-testid=markets]'),
  },
  {
    title: 'Go to the chart',
    keys: 'G then C',
    goto: 'c',
    run({ chart, frame }) {
      chart.show('candles')
      frame.focus('chart', '[data-testid=chart]')
    },
  },
  {
    title: 'Go to the book',
    keys: 'G then B',
    goto: 'b',
    run: ({ frame }) => frame.focus('book', '[data-testid=book] [data-price]'),
  },
  {
    title: 'Go to the depth',
    keys: 'G then D',
    goto: 'd',
    run({ chart, frame }) {
      chart.show('depth')
      frame.focus('chart', '[data-testid=depth-picture]')
    },
  },
  {
    title: 'Go to the trades',
    keys: 'G then S',
    goto: 's',
    run: ({ frame }) => frame.focus('book', '[data-testid=trades] [tabindex="0"]'),
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
    run: (at) => openList(at, 'orders'),
  },
  {
    title: 'Go to my positions',
    keys: 'G then P',
    goto: 'p',
    run(at) {
      openList(at, 'positions')
      at.frame.focus('orders', '[data-testid=position-row]')
    },
  },
  {
    title: 'Go to my fills',
    keys: 'G then F',
    goto: 'f',
    run: (at) => openList(at, 'fills'),
  },
  {
    title: 'Go to my equity',
    keys: 'G then E',
    goto: 'e',
    run: (at) => openList(at, 'equity'),
  },
  {
    title: 'Go to my margin',
    keys: 'G then L',
    goto: 'l',
    run: (at) => openList(at, 'margin'),
  },
  {
    title: 'Set up the account: margin, limits, safety, transfers',
    keys: 'G then U',
    goto: 'u',
    run({ frame, signedIn }) {
      if (signedIn.session() !== undefined) frame.open('account')
    },
  },
  {
    title: 'Trade together: pools, their members and units',
    keys: 'G then J',
    goto: 'j',
    run({ frame, signedIn }) {
      if (signedIn.session() !== undefined) frame.open('pools')
    },
  },
  {
    title: 'Secure my sign-in: second factor, passkeys, sessions',
    keys: 'G then I',
    goto: 'i',
    run({ frame, signedIn }) {
      if (signedIn.session() !== undefined) frame.open('security')
    },
  },
  {
    title: 'Make an alert at the price pointed at; my alerts',
    keys: 'A',
    key: 'a',
    run({ frame, signedIn }) {
      if (signedIn.session() !== undefined) frame.open('alerts')
    },
  },
  {
    title: 'Choose the indicators on the chart',
    keys: 'G then N',
    goto: 'n',
    run: ({ frame }) => frame.open('indicators'),
  },
  {
    title: 'Feeds: where market data comes from',
    keys: 'G then V',
    goto: 'v',
    run: ({ frame }) => frame.showData('feeds'),
  },
  {
    title: 'Gaps: when the book of this market was not known',
    keys: 'G then K',
    goto: 'k',
    run: ({ frame }) => frame.showData('gaps'),
  },
  { title: 'News', keys: '', run: ({ frame }) => frame.showData('news') },
  {
    title: 'Calendar: what is due in the next week',
    keys: '',
    run: ({ frame }) => frame.showData('calendar'),
  },
  { title: 'Economic series', keys: '', run: ({ frame }) => frame.showData('series') },
  {
    title: 'Risk: what the account may lose in a day',
    keys: 'G then R',
    goto: 'r',
    run: ({ frame }) => frame.analyse('risk'),
  },
  {
    title: 'Performance: how the account has done',
    keys: 'G then H',
    goto: 'h',
    run: ({ frame }) => frame.analyse('performance'),
  },
  {
    title: 'Calculators: options, bonds, rates, statistics',
    keys: 'G then Q',
    goto: 'q',
    run: ({ frame }) => frame.analyse('calculators'),
  },
  {
    title: 'Show the next length of bars',
    keys: 'I',
    key: 'i',
    run: ({ chart }) =>
      chart.setInterval(
        intervals[(intervals.indexOf(chart.interval()) + 1) % intervals.length] ?? '1m',
      ),
  },
  {
    title: 'Show or hide my orders and fills on the chart',
    keys: 'M',
    key: 'm',
    run: ({ chart }) => chart.toggleMine(),
  },
  {
    title: 'Go to the next account',
    keys: 'G then A',
    goto: 'a',
    run({ accounts }) {
      const all = accounts.all()
      const at = all.findIndex((each) => each.id === accounts.chosen())
      const next = all[(at + 1) % Math.max(1, all.length)]
      if (next !== undefined) accounts.choose(next.id)
    },
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

/** What the palette offers whoever is signed in: other accounts, and what an operator does. */
export function accountActions({ accounts, role }: Terminal): readonly Action[] {
  const operate: Action = {
    title: 'Operate the venue',
    keys: '',
    run: ({ frame }) => frame.look('operate'),
  }
  const others = accounts.all().filter((each) => each.id !== accounts.chosen())
  const goTo = others.map((each): Action => ({
    title: `Go to the account ${nameOf(each)}`,
    keys: '',
    run: (at) => at.accounts.choose(each.id),
  }))
  return role() === 'OPERATOR' ? [operate, ...goTo] : goTo
}

/** Keys that belong to the place that has the focus; the sheet lists them with the rest. */
export const localKeys: readonly [keys: string, title: string][] = [
  ['Ctrl K', 'Find a market or an action'],
  ['Enter', 'Send the ticket, or open the market that has the focus'],
  ['Esc', 'Back'],
  ['↑ ↓', 'Price by a tick, with Shift by ten; next market, price of the book, order or position'],
  ['Enter', 'In the book: a ticket that takes the price; with Shift one that waits there'],
  ['← →', 'In the depth: read the next price; + and − zoom'],
  ['1 … 9', 'Size in tenths of the funds, in the ticket outside of its fields'],
  ['E', 'Change the order that has the focus'],
  ['X', 'Cancel the order, or close the position, that has the focus'],
]
