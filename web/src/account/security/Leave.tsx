import { createSignal } from 'solid-js'
import { Section } from '../../look/DeedButton'
import { Check } from '../../look/fields'
import { useTerminal } from '../../terminal'
import { ProvenDeed } from './ProvenDeed'

/** The way out for good. */
export function Leave() {
  const { rest, signedIn } = useTerminal()
  const [sure, setSure] = createSignal(false)
  return (
    <Section
      title="Delete my user"
      says={
        'Your address, names, passkeys, second factor, keys, secrets, linked accounts and ' +
        'sessions are deleted at once and cannot be had back. Your accounts must be empty; the ' +
        'ledger keeps their numbers without you.'
      }
    >
      <Check
        name="I want everything of mine to go"
        title="Nothing of it can be had back"
        testid="leave-sure"
        checked={sure()}
        set={setSure}
      />
      <ProvenDeed
        name="Delete my user"
        does="Delete my user and everything of mine"
        testid="leave"
        danger
        disabled={!sure()}
        act={async (proof) => {
          await rest.dangerous('deleteMe', {}, proof)
          signedIn.signOut()
          return 'You are gone'
        }}
      />
    </Section>
  )
}
