import { For, Show, createEffect, createSignal, on } from 'solid-js'
import type { Limits } from '../../../client/shapes'
import { DeedButton, Section } from '../../look/DeedButton'
import { createDeed } from '../../look/deed'
import { TextField } from '../../look/fields'
import { createLoader } from '../../look/loaded'
import { Failed, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'
import { limitFault, limitNames, limitsBody, typedLimits } from './limits'

/** What an account may do at most. */
export function LimitsForm(props: { accountId: string }) {
  const { rest } = useTerminal()
  const loader = createLoader<Limits>(() =>
    rest.call('getLimits', { path: { id: props.accountId } }),
  )
  createEffect(
    on(
      () => props.accountId,
      () => {
        loader.reset()
        void loader.load()
      },
    ),
  )
  const failure = () => {
    const now = loader.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <Show
      when={loader.value()}
      keyed
      fallback={
        <Show when={failure()} fallback={<Skeleton rows={6} />}>
          {(why) => (
            <Failed
              what="The limits of this account did not load."
              failure={why()}
              retry={() => void loader.load()}
            />
          )}
        </Show>
      }
    >
      {(limits) => <Form limits={limits} />}
    </Show>
  )
}

function Form(props: { limits: Limits }) {
  const { rest, role } = useTerminal()
  const [typed, setTyped] = createSignal(typedLimits(props.limits))
  const faulty = () => limitNames.some(([name]) => limitFault(name, typed()[name]) !== undefined)
  const deed = createDeed(async () => {
    const path = { id: props.limits.accountId }
    await rest.call('setLimits', { path, body: limitsBody(typed(), props.limits.asset) })
    return 'The limits hold from now on'
  })
  const says = () =>
    role() === 'OPERATOR'
      ? 'An empty field is no limit.'
      : 'An empty field is no limit. You can tighten a limit; only an operator loosens it again.'
  return (
    <Section title="What it may do at most" says={says()}>
      <For each={limitNames}>
        {([name, title, unit]) => (
          <TextField
            name={title}
            testid={`limit-${name}`}
            value={typed()[name]}
            unit={unit.replace('$', props.limits.asset)}
            placeholder="none"
            fault={limitFault(name, typed()[name]) ?? deed.faultOf(name)}
            set={(text) => {
              deed.forget()
              setTyped((now) => ({ ...now, [name]: text }))
            }}
          />
        )}
      </For>
      <DeedButton deed={deed} name="Set limits" testid="limits-save" disabled={faulty()} />
    </Section>
  )
}
