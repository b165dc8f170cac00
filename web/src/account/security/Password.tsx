import { createSignal } from 'solid-js'
import { Section } from '../../look/DeedButton'
import { useTerminal } from '../../terminal'
import { ProvenDeed } from './ProvenDeed'
import { SecretField } from './SecretField'

/** The platform refuses shorter ones. */
export const shortest = 10

/** Another password; whoever else is signed in as this user is signed out. */
export function Password() {
  const { rest } = useTerminal()
  const [next, setNext] = createSignal('')
  return (
    <Section
      title="Change the password"
      says={`At least ${shortest} characters. Other sessions of yours end; this one goes on.`}
    >
      <SecretField
        name="New"
        kind="new-password"
        testid="password-new"
        value={next()}
        set={setNext}
      />
      <ProvenDeed
        name="Change the password"
        does="Change the password"
        testid="password-change"
        disabled={next().length < shortest}
        act={async (proof) => {
          await rest.dangerous('changePassword', { body: { password: next() } }, proof)
          setNext('')
          return 'Changed'
        }}
      />
    </Section>
  )
}
