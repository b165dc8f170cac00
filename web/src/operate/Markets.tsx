import { For, Match, Show, Switch, createMemo, createSignal } from 'solid-js'
import { Grid, extra, notOnPhones, type Column } from '../account/blotter/Grid'
import { NumberCell, WordsCell } from '../account/blotter/cells'
import type { Instrument } from '../../client/shapes'
import { unknown } from '../look/format'
import { Empty } from '../look/states'
import { venueOf } from '../market/instruments'
import { kindWord } from '../market/watchlist/kinds'
import { useTerminal } from '../terminal'
import { Calendar } from './Calendar'
import { CorporateAction } from './CorporateAction'
import { MarketState } from './MarketState'
import { Funding, Mark, Settlement } from './Prices'
import { StateBadge } from '../market/StateBadge'
import { percentText } from './terms'
import { TermsForm } from './TermsForm'

const columns: readonly Column[] = [
  { head: 'Market', words: true },
  { head: 'State', words: true },
  { head: 'Kind', words: true, extra: true },
  { head: 'Mark', extra: 'phone' },
  { head: 'Fees', extra: true },
  { head: 'Margin', extra: true },
  { head: 'Band', extra: true },
]

/** Every market of the venue, and what can be done with the chosen one. */
export function Markets() {
  const { instruments } = useTerminal()
  const own = createMemo(() => (instruments.value() ?? []).filter((each) => venueOf(each) === ''))
  const [symbol, setSymbol] = createSignal<string | undefined>()
  const chosen = () => own().find((each) => each.symbol === symbol()) ?? own()[0]
  return (
    <div class="flex h-full min-h-0 max-full:flex-col">
      <div
        class="min-h-0 shrink-0 overflow-auto border-line full:w-[46%] full:border-r
          max-full:max-h-[40%] max-full:border-b"
      >
        <Grid caption="The markets of the venue" columns={columns}>
          <For each={own()}>
            {(market) => (
              <Row
                market={market}
                chosen={chosen()?.symbol === market.symbol}
                choose={() => setSymbol(market.symbol)}
              />
            )}
          </For>
        </Grid>
      </div>
      <div class="min-h-0 min-w-0 flex-1 overflow-auto">
        <Show when={chosen()} fallback={<Empty says="The venue lists no market." />}>
          {(market) => <One market={market()} />}
        </Show>
      </div>
    </div>
  )
}

function Row(props: { market: Instrument; chosen: boolean; choose(): void }) {
  const terms = () => props.market.terms
  const fees = () => {
    const tier = terms()?.feeTiers[0]
    return tier ? `${percentText(tier.maker)} / ${percentText(tier.taker)}` : unknown
  }
  const initial = () => terms()?.margins[0]?.initial
  return (
    <tr
      class="h-6 cursor-pointer hover:bg-raised focus-visible:bg-raised aria-selected:bg-raised
        pointer-coarse:h-11"
      tabindex="0"
      aria-selected={props.chosen}
      onClick={() => props.choose()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') props.choose()
      }}
      data-testid="market-row"
      data-market={props.market.symbol}
    >
      <WordsCell class={props.chosen ? 'font-semibold' : ''}>{props.market.symbol}</WordsCell>
      <WordsCell>
        <StateBadge state={props.market.state} />
      </WordsCell>
      <WordsCell class={`text-muted ${extra}`}>{kindWord(props.market.kind)}</WordsCell>
      <NumberCell text={props.market.markPrice} class={notOnPhones} />
      <td class={`num px-2 text-digits ${extra}`}>{fees()}</td>
      <td class={`num px-2 text-digits ${extra}`}>
        {initial() === undefined ? 'in full' : percentText(initial() ?? '0')}
      </td>
      <td class={`num px-2 text-digits ${extra}`}>
        {terms()?.band ? `± ${percentText(terms()?.band ?? '0')}` : unknown}
      </td>
    </tr>
  )
}

const parts = [
  ['state', 'State'],
  ['terms', 'Terms'],
  ['calendar', 'Calendar'],
  ['prices', 'Prices'],
  ['actions', 'Corporate actions'],
] as const

type Part = (typeof parts)[number][0]

function One(props: { market: Instrument }) {
  const [part, setPart] = createSignal<Part>('state')
  return (
    <div class="flex flex-col gap-4 p-4" data-testid="operate-market">
      <header class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 class="font-semibold">{props.market.symbol}</h3>
        <StateBadge state={props.market.state} />
        <div class="flex flex-wrap" role="tablist" aria-label="What to do with the market">
          <For each={parts}>
            {([each, name]) => (
              <button
                type="button"
                role="tab"
                class="quiet"
                aria-selected={part() === each}
                onClick={() => setPart(each)}
                data-testid={`operate-part-${each}`}
              >
                {name}
              </button>
            )}
          </For>
        </div>
      </header>
      {/* Another market has forms of its own. */}
      <Show when={props.market.symbol} keyed>
        {(_symbol) => (
          <Switch>
            <Match when={part() === 'state'}>
              <MarketState market={props.market} />
            </Match>
            <Match when={part() === 'terms'}>
              <TermsForm market={props.market} />
            </Match>
            <Match when={part() === 'calendar'}>
              <Calendar market={props.market} />
            </Match>
            <Match when={part() === 'prices'}>
              <div class="flex flex-col gap-6">
                <Mark market={props.market} />
                <Funding market={props.market} />
                <Settlement market={props.market} />
              </div>
            </Match>
            <Match when={part() === 'actions'}>
              <CorporateAction market={props.market} />
            </Match>
          </Switch>
        )}
      </Show>
    </div>
  )
}
