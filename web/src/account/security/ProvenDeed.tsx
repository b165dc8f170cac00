import { For, Show, createSignal } from 'solid-js'
import type { Proof } from '../../../client/rest'
import { createDeed, type Deed } from '../../look/deed'
import { Reason } from '../../look/states'
import { useTerminal } from '../../terminal'
import { SecretField } from './SecretField'
import { showPasskey } from './passkey'
import { useSecurity } from './security'

interface ProvenDeedProps {
  /** What the button says. */
  readonly name: string
  /** What the button says that does it. */
  readonly does: string
  readonly testid: string
  readonly danger?: boolean
  readonly disabled?: boolean
  act(proof: Proof): Promise<string>
}

/** Something that is done after its user has proved once more who it is. */
export function ProvenDeed(props: ProvenDeedProps) {
  const [asking, setAsking] = createSignal(false)
  let proof: Proof = {}
  const deed = createDeed(async () => {
    const done = await props.act(proof)
    setAsking(false)
    return done
  })
  const prove = (given: Proof) => {
    proof = given
    void deed.run()
  }
  return (
    <div class="flex flex-col gap-1.5" data-testid={`${props.testid}-part`}>
      <Show
        when={asking()}
        fallback={
          <div class="flex flex-wrap items-center gap-2">
            <button
              type="button"
              class={`firm ${props.danger === true ? 'text-danger-text' : ''}`}
              disabled={props.disabled === true}
              onClick={() => {
                deed.forget()
                setAsking(true)
              }}
              data-testid={props.testid}
            >
              {props.name}
            </button>
            <Show when={deed.done()}>
              {(done) => (
                <span class="text-muted" role="status" data-testid={`${props.testid}-done`}>
                  ✓ {done()}
                </span>
              )}
            </Show>
          </div>
        }
      >
        <ProofForm deed={deed} about={props} prove={prove} leave={() => setAsking(false)} />
      </Show>
    </div>
  )
}

const again = 'Prove once more that it is you.'
const lately = 'It is done if you signed in within the last five minutes.'

interface ProofFormProps {
  readonly deed: Deed
  readonly about: ProvenDeedProps
  prove(proof: Proof): void
  leave(): void
}

/** Asks for what the user has: a code, a passkey, else the password, else nothing. */
function ProofForm(props: ProofFormProps) {
  const { rest } = useTerminal()
  const security = useSecurity()
  const [secret, setSecret] = createSignal('')
  const factors = () => security.known()?.factors
  const hasCode = () => (factors()?.since ?? null) !== null
  const hasPasskey = () => (security.known()?.passkeys.length ?? 0) > 0
  const hasFactor = () => hasCode() || hasPasskey()
  const isTyped = () => hasCode() || (!hasFactor() && factors()?.hasPassword === true)
  const typed = () => {
    if (isTyped()) props.prove(hasCode() ? { code: secret() } : { password: secret() })
    else if (!hasFactor()) props.prove({})
    setSecret('')
  }
  const shown = createDeed(async () => {
    props.prove({ passkey: await showPasskey(rest) })
    return ''
  })
  const tone = () => (props.about.danger === true ? 'text-danger-text' : '')
  const button = () => `firm whitespace-normal ${tone()}`
  return (
    <form
      class="flex flex-col gap-2 rounded-md border border-line bg-raised p-3"
      aria-label={props.about.does}
      onSubmit={(event) => {
        event.preventDefault()
        typed()
      }}
    >
      <p class="text-muted">{isTyped() || hasFactor() ? again : lately}</p>
      <Show when={isTyped()}>
        <SecretField
          name={hasCode() ? 'Code' : 'Password'}
          kind={hasCode() ? 'code' : 'password'}
          testid={`${props.about.testid}-secret`}
          value={secret()}
          set={setSecret}
          focus
        />
      </Show>
      <div class="flex flex-wrap gap-2">
        <Show when={isTyped() || !hasFactor()}>
          <button
            type="submit"
            class={button()}
            disabled={props.deed.busy() || (isTyped() && secret() === '')}
            data-testid={`${props.about.testid}-do`}
          >
            {props.deed.busy() ? 'Sending…' : props.about.does}
          </button>
        </Show>
        <Show when={hasPasskey() && security.canAsk()}>
          <button
            type="button"
            class={button()}
            disabled={props.deed.busy() || shown.busy()}
            onClick={() => void shown.run()}
            data-testid={`${props.about.testid}-passkey`}
          >
            {props.about.does} with a passkey
          </button>
        </Show>
        <button type="button" class="quiet" onClick={() => props.leave()}>
          Leave it
        </button>
      </div>
      <Failures of={[shown, props.deed]} testid={props.about.testid} />
    </form>
  )
}

function Failures(props: { of: readonly Deed[]; testid: string }) {
  return (
    <div role="alert" data-testid={`${props.testid}-failure`}>
      <For each={props.of}>
        {(deed) => <Show when={deed.failure()}>{(why) => <Reason failure={why()} />}</Show>}
      </For>
    </div>
  )
}
