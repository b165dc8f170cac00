import { Show, createSignal } from 'solid-js'
import { DeedButton, Section } from '../../look/DeedButton'
import { createDeed } from '../../look/deed'
import { Check, TextField } from '../../look/fields'
import { clockTime } from '../../look/format'
import { useTerminal } from '../../terminal'

const minutesMax = 1_440

/** What becomes of open orders when nobody is there to look after them. */
export function Safety() {
  const { stream, connection } = useTerminal()
  const cancels = () => connection.status().cancelsOnDisconnect === true
  return (
    <div class="flex flex-col gap-5">
      <Section
        title="When this page goes"
        says={
          'All open orders of your accounts are canceled when the connection of this page ends, ' +
          'and within 30 s when the platform itself loses it.'
        }
      >
        <Check
          name={cancels() ? 'Orders end with the connection' : 'Orders outlive the connection'}
          title="Cancel on disconnect"
          testid="cancel-on-disconnect"
          checked={cancels()}
          disabled={connection.status().link !== 'connected'}
          set={(wanted) => stream.cancelOnDisconnect(wanted)}
        />
      </Section>
      <CancelAfter />
    </div>
  )
}

function CancelAfter() {
  const { rest, account, connection } = useTerminal()
  const [minutes, setMinutes] = createSignal('10')
  const [until, setUntil] = createSignal<number | undefined>()
  const fault = () => {
    const value = Number(minutes())
    const right = Number.isInteger(value) && value >= 1 && value <= minutesMax
    return right ? undefined : `Minutes must be a whole number from 1 to ${minutesMax}.`
  }
  const after = async (timeoutMs: number) => {
    const request = { path: { id: account.id() ?? '' }, body: { timeoutMs } }
    await rest.call('cancelAllAfter', request)
    setUntil(timeoutMs === 0 ? undefined : connection.platformNow() + timeoutMs)
  }
  const arm = createDeed(async () => {
    await after(Number(minutes()) * 60_000)
    return 'The switch is set'
  })
  const disarm = createDeed(async () => {
    await after(0)
    return 'The switch is off'
  })
  const left = () => {
    const at = until()
    return at !== undefined && at > connection.platformNow() ? at : undefined
  }
  return (
    <Section
      title="After a time"
      says="Everything is canceled then, unless the switch is set again before."
    >
      <TextField
        name="Cancel all in"
        testid="cancel-after-minutes"
        value={minutes()}
        unit="min"
        fault={fault()}
        set={setMinutes}
      />
      <Show when={left()}>
        {(at) => (
          <p class="text-warning" data-testid="cancel-after-armed">
            Everything is canceled at {clockTime(at())} UTC.
          </p>
        )}
      </Show>
      <div class="flex flex-wrap gap-3">
        <DeedButton
          deed={arm}
          name={left() === undefined ? 'Set the switch' : 'Set it again'}
          testid="cancel-after-arm"
          disabled={fault() !== undefined}
        />
        <DeedButton deed={disarm} name="Switch off" testid="cancel-after-disarm" />
      </div>
    </Section>
  )
}
