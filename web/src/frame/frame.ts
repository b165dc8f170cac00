import { createSignal, onCleanup, type Accessor } from 'solid-js'

/** On a narrow screen one of these is shown; on a wide one all are. */
export type Tab = 'markets' | 'chart' | 'book' | 'trade' | 'orders'
export type Blotter =
  | 'orders'
  | 'positions'
  | 'fills'
  | 'history'
  | 'balances'
  | 'margin'
  | 'equity'
export type Overlay =
  | 'palette'
  | 'shortcuts'
  | 'cancel-all'
  | 'cancel-here'
  | 'account'
  | 'pools'
  | 'security'
  | 'alerts'
  | 'indicators'

/** What fills the page: the terminal, what stands behind its prices, figures, an operator's. */
export type View = 'trade' | 'data' | 'analysis' | 'operate'
export type DataPart = 'feeds' | 'gaps' | 'news' | 'calendar' | 'series'
export type AnalysisPart = 'risk' | 'performance' | 'calculators'

/** New terms of an order that were pointed at, and wait to be sent or left. */
export interface Proposal {
  readonly order: string
  readonly term: 'price' | 'triggerPrice'
  readonly text: string
}

export interface Frame {
  readonly proposal: Accessor<Proposal | undefined>
  /** Opens the order's row with the new terms filled in; undefined once they are there. */
  propose(proposal: Proposal | undefined): void
  readonly view: Accessor<View>
  look(view: View): void
  readonly dataPart: Accessor<DataPart>
  /** Shows a part of the market data. */
  showData(part: DataPart): void
  readonly analysisPart: Accessor<AnalysisPart>
  /** Shows a part of the analysis. */
  analyse(part: AnalysisPart): void
  /** Whether the panels are tabs. */
  readonly narrow: Accessor<boolean>
  readonly tab: Accessor<Tab>
  readonly blotter: Accessor<Blotter>
  readonly overlay: Accessor<Overlay | undefined>
  show(tab: Tab): void
  showBlotter(blotter: Blotter): void
  open(overlay: Overlay): void
  close(): void
  /** Shows a panel and puts the focus on what `selector` finds in it. */
  focus(tab: Tab, selector: string): void
}

/** Below `--breakpoint-wide`. */
const narrowScreen = '(width < 900px)'

export function createFrame(): Frame {
  const screen = matchMedia(narrowScreen)
  const [narrow, setNarrow] = createSignal(screen.matches)
  const follow = () => setNarrow(screen.matches)
  screen.addEventListener('change', follow)
  onCleanup(() => screen.removeEventListener('change', follow))
  const [view, look] = createSignal<View>('trade')
  const [dataPart, setDataPart] = createSignal<DataPart>('feeds')
  const [analysisPart, setAnalysisPart] = createSignal<AnalysisPart>('risk')
  const [tab, show] = createSignal<Tab>('chart')
  const [blotter, showBlotter] = createSignal<Blotter>(narrow() ? 'positions' : 'orders')
  const [overlay, setOverlay] = createSignal<Overlay | undefined>()
  const [proposal, setProposal] = createSignal<Proposal | undefined>()
  return {
    proposal,
    propose(next) {
      setProposal(next)
      if (next === undefined) return
      showBlotter('orders')
      if (narrow()) show('orders')
    },
    view,
    look,
    dataPart,
    showData(part) {
      setDataPart(part)
      look('data')
    },
    analysisPart,
    analyse(part) {
      setAnalysisPart(part)
      look('analysis')
    },
    narrow,
    tab,
    blotter,
    overlay,
    show,
    showBlotter,
    open: setOverlay,
    close: () => setOverlay(undefined),
    focus(panel, selector) {
      look('trade')
      show(panel)
      const element = document.querySelector<HTMLElement>(selector)
      element?.focus()
      if (element instanceof HTMLInputElement) element.select()
    },
  }
}
