import { createSignal } from 'solid-js'
import { shortest } from '../account/security/Password'
import { ProvenDeed } from '../account/security/ProvenDeed'
import { SecretField } from '../account/security/SecretField'
import { Section } from '../look/DeedButton'
import { useTerminal } from '../terminal'

/** Another password for a person who has lost it. */
export function NewPassword(props: { id: string; name: string }) {
  const { rest } = useTerminal()
  const [next, setNext] = createSignal('')
  return (
    <Section title="Password" says="For a person who has lost it; it is signed out everywhere.">
      <SecretField
        name="New"
        kind="new-password"
        testid="user-password"
        value={next()}
        set={setNext}
      />
      <ProvenDeed
        name="Set the password"
        does={`Give ${props.name} another password`}
        testid="user-password-set"
        danger
        disabled={next().length < shortest}
        act={async (proof) => {
          const request = { path: { id: props.id }, body: { password: next() } }
          await rest.dangerous('resetPassword', request, proof)
          setNext('')
          return 'Set'
        }}
      />
    </Section>
  )
}
