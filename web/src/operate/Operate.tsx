import { Match, Show, Switch, createSignal, onMount } from 'solid-js'
import { SecurityProvider, createSecurity } from '../account/security/security'
import { Empty } from '../look/states'
import { useTerminal } from '../terminal'
import { Feeds } from '../data/Feeds'
import { Parts } from '../frame/Parts'
import { AnyAccount } from './AnyAccount'
import { Audit } from './Audit'
import { Barriers } from './Barriers'
import { Certificates } from './Certificates'
import { Markets } from './Markets'
import { Rates } from './Rates'
import { Reconciliation } from './Reconciliation'
import { Storage } from './Storage'
import { Users } from './Users'
import { Venue } from './Venue'

const parts = [
  ['markets', 'Markets'],
  ['feeds', 'Feeds'],
  ['accounts', 'Accounts'],
  ['users', 'Users'],
  ['barriers', 'Barriers'],
  ['reconciliation', 'Reconciliation'],
  ['certificates', 'Certificates'],
  ['venue', 'Venue'],
  ['rates', 'Rates'],
  ['storage', 'Storage'],
  ['audit', 'Audit'],
] as const

type Part = (typeof parts)[number][0]

/** What the operator of the venue sets and does; the platform asks who it is each time. */
export default function Operate() {
  const { role } = useTerminal()
  return (
    <Show
      when={role() === 'OPERATOR'}
      fallback={<Empty says="Only an operator of this venue sees more here." />}
    >
      <Desk />
    </Show>
  )
}

function Desk() {
  const { rest } = useTerminal()
  const security = createSecurity(rest)
  const [part, setPart] = createSignal<Part>('markets')
  onMount(() => void security.load())
  return (
    <Parts
      title="Operate"
      testid="operate"
      prefix="operate"
      parts={parts}
      shown={part()}
      show={setPart}
    >
      <SecurityProvider value={security}>
        <Content part={part()} />
      </SecurityProvider>
    </Parts>
  )
}

function Content(props: { part: Part }) {
  return (
    <Switch>
      <Match when={props.part === 'markets'}>
        <Markets />
      </Match>
      <Match when={props.part === 'feeds'}>
        <Feeds />
      </Match>
      <Match when={props.part === 'accounts'}>
        <AnyAccount />
      </Match>
      <Match when={props.part === 'users'}>
        <Users />
      </Match>
      <Match when={props.part === 'barriers'}>
        <Barriers />
      </Match>
      <Match when={props.part === 'reconciliation'}>
        <Reconciliation />
      </Match>
      <Match when={props.part === 'certificates'}>
        <Certificates />
      </Match>
      <Match when={props.part === 'venue'}>
        <Venue />
      </Match>
      <Match when={props.part === 'rates'}>
        <Rates />
      </Match>
      <Match when={props.part === 'storage'}>
        <Storage />
      </Match>
      <Match when={props.part === 'audit'}>
        <Audit />
      </Match>
    </Switch>
  )
}
