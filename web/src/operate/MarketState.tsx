import { For, createSignal } from 'solid-js'
import type { Instrument } from '../../client/shapes'
import { DeedButton, Section } from '../look/DeedButton'
import { createDeed } from '../look/deed'
import { useTerminal } from '../terminal'
import { KillSwitch } from './KillSwitch'
import { stateWord, tradingStates, type TradingState } from '../market/states'

/** The trading state of a market, and the switch that stops it. */
export function MarketState(props: { market: Instrument }) {
  const { rest, instruments } = useTerminal()
  const [wanted, setWanted] = createSignal<TradingState | undefined>()
  const deed = createDeed(async () => {
    const state = wanted()
    if (state === undefined) return 'Nothing was chosen'
    await rest.call('setState', { path: { symbol: props.market.symbol }, body: { state } })
    await instruments.load()
    return `${props.market.symbol} is now: ${stateWord(state)}`
  })
  const chosen = () => wanted() ?? props.market.state
  const leaves = () => chosen() === 'halt' || chosen() === 'closed'
  const name = () => `Set ${props.market.symbol} to ${stateWord(chosen())}`
  return (
    <div class="flex flex-col gap-6">
      <Section title="Trading state">
        <div class="flex flex-col gap-1" role="radiogroup" aria-label="Trading state">
          <For each={tradingStates}>
            {([state, word, says]) => (
              <button
                type="button"
                role="radio"
                class="quiet flex items-baseline gap-3 border border-transparent py-1 text-left
                  whitespace-normal aria-checked:border-accent pointer-coarse:min-h-11"
                aria-checked={chosen() === state}
                onClick={() => {
                  deed.forget()
                  setWanted(state)
                }}
                data-testid={`state-${state}`}
              >
                <span class="w-20 shrink-0 text-text">{word}</span>
                <span>{says}</span>
              </button>
            )}
          </For>
        </div>
        <DeedButton
          deed={deed}
          name={name()}
          testid="state-set"
          disabled={chosen() === props.market.state}
          {...(leaves() ? { danger: `${name()}: nothing trades there` } : {})}
        />
      </Section>
      <KillSwitch
        scope="instrument"
        id={props.market.symbol}
        what={props.market.symbol}
        says="Cancels all of its orders and refuses new ones, whatever its state."
      />
    </div>
  )
}
