import { createDeed } from '../look/deed'
import { DeedButton, Section } from '../look/DeedButton'
import { useTerminal } from '../terminal'

interface KillSwitchProps {
  readonly scope: 'account' | 'instrument' | 'venue'
  readonly id: string
  /** What is stopped, in words: `BTC-USD`, `the whole venue`. */
  readonly what: string
  readonly says: string
  changed?(): void
}

/** Stops trading at once, or lets it go on. */
export function KillSwitch(props: KillSwitchProps) {
  const { rest } = useTerminal()
  const set = async (engaged: boolean) => {
    const path = { scope: props.scope, id: props.id }
    const { sequence } = await rest.call('setKillSwitch', { path, body: { engaged } })
    props.changed?.()
    return sequence
  }
  const stop = createDeed(async () => `Stopped ${props.what} at event ${await set(true)}`)
  const go = createDeed(async () => `Let ${props.what} trade again at event ${await set(false)}`)
  return (
    <Section title="Kill switch" says={props.says}>
      <div class="flex flex-wrap items-start gap-3 border-l-2 border-danger pl-3">
        <DeedButton
          deed={stop}
          name={`Stop ${props.what}`}
          testid={`kill-${props.scope}`}
          danger={`Stop ${props.what} and cancel all open orders there`}
        />
        <DeedButton
          deed={go}
          name={`Let ${props.what} trade again`}
          testid={`unkill-${props.scope}`}
        />
      </div>
    </Section>
  )
}
