import { For, createSignal } from 'solid-js'
import type { Instrument } from '../../client/shapes'
import { DeedButton, Section } from '../look/DeedButton'
import { createDeed } from '../look/deed'
import { SelectField, TextField } from '../look/fields'
import { useTerminal } from '../terminal'
import {
  actionBody,
  actionFault,
  actionWords,
  emptyAction,
  isWhole,
  partsOfAction,
  type ActionPart,
  type TypedAction,
} from './action'

const names: Record<ActionPart, readonly [name: string, unit: string]> = {
  numerator: ['New', 'shares'],
  denominator: ['For old', 'shares'],
  amount: ['Amount', 'a lot'],
  otherSymbol: ['Other', ''],
  costShare: ['Cost share', 'a fraction'],
  newSymbol: ['New name', ''],
}

/** What a company does to its shares: balances, positions and open orders change in one step. */
export function CorporateAction(props: { market: Instrument }) {
  const { rest, instruments } = useTerminal()
  const [typed, setTyped] = createSignal<TypedAction>(emptyAction)
  const deed = createDeed(async () => {
    const path = { symbol: props.market.symbol }
    await rest.call('applyCorporateAction', { path, body: actionBody(typed()) })
    await instruments.load()
    return 'Done'
  })
  const set = (change: Partial<TypedAction>) => {
    deed.forget()
    setTyped((now) => ({ ...now, ...change }))
  }
  return (
    <Section title="Corporate action" says="It cannot be taken back.">
      <SelectField
        name="Kind"
        testid="action-kind"
        value={typed().kind}
        options={[
          ['split', 'Split'],
          ['dividend', 'Dividend'],
          ['spinOff', 'Spin-off'],
          ['rights', 'Rights'],
          ['symbolChange', 'Change of symbol'],
        ]}
        choose={(kind) => set({ kind })}
      />
      <For each={partsOfAction(typed().kind)}>
        {(part) => (
          <TextField
            name={names[part][0]}
            testid={`action-${part}`}
            value={typed()[part]}
            unit={names[part][1]}
            fault={actionFault(part, typed()[part]) ?? deed.faultOf(part)}
            set={(text) => set({ [part]: text })}
          />
        )}
      </For>
      <DeedButton
        deed={deed}
        name="Apply"
        testid="action-send"
        danger={actionWords(typed(), props.market.symbol)}
        disabled={!isWhole(typed())}
      />
    </Section>
  )
}
