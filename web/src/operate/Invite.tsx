import { Show, createSignal } from 'solid-js'
import type { Proof } from '../../client/rest'
import { ProvenDeed } from '../account/security/ProvenDeed'
import { Section } from '../look/DeedButton'
import { SelectField, TextField } from '../look/fields'
import { useTerminal } from '../terminal'
import { hostsOf, isCalled, kinds, nameFault, type Kind } from './certificate'

/** A letter with which one machine gets its certificate by itself. */
export function Invite() {
  const { rest } = useTerminal()
  const [kind, setKind] = createSignal<Kind>('node')
  const [name, setName] = createSignal('')
  const [hosts, setHosts] = createSignal('')
  const [letter, setLetter] = createSignal('')
  const invite = async (proof: Proof) => {
    const named = isCalled(kind()) ? { hosts: hostsOf(hosts()) } : {}
    const body = { kind: kind(), name: name(), ...named }
    const invited = await rest.dangerous('inviteMachine', { body }, proof)
    setLetter(invited.letter)
    return `${name()} may enrol once within 24 hours`
  }
  const typed =
    <T extends string>(set: (to: T) => void) =>
    (to: T) => {
      setLetter('')
      set(to)
    }
  const faulty = () =>
    name() === '' ||
    nameFault(name()) !== undefined ||
    (isCalled(kind()) && hostsOf(hosts()).length === 0)
  return (
    <Section
      title="Invite a machine"
      says="Makes a letter. Whoever has it can be that machine: bring it there and nowhere else."
    >
      <SelectField
        name="Kind"
        testid="invite-kind"
        value={kind()}
        options={kinds}
        choose={typed(setKind)}
      />
      <TextField
        name="Name"
        testid="invite-name"
        value={name()}
        words
        fault={nameFault(name())}
        set={typed(setName)}
      />
      <Show when={isCalled(kind())}>
        <TextField
          name="Hosts"
          testid="invite-hosts"
          value={hosts()}
          words
          placeholder="n1.example.org, 10.0.0.5"
          set={typed(setHosts)}
        />
      </Show>
      <ProvenDeed
        name="Make the letter"
        does="Make the letter"
        testid="invite-send"
        disabled={faulty()}
        act={invite}
      />
      <Show when={letter()}>{(text) => <Letter name={name()} text={text()} />}</Show>
    </Section>
  )
}

/** What the machine is given; the platform keeps no copy. */
function Letter(props: { name: string; text: string }) {
  return (
    <div class="flex max-w-2xl flex-col gap-2">
      <p class="text-muted">
        Shown this once. On the machine:{' '}
        <code>ratel ca enrol --at URL --invitation FILE</code>
      </p>
      <textarea
        class="field h-40 font-mono text-[12px]"
        readonly
        aria-label="The letter"
        value={props.text}
        data-testid="invite-letter"
      />
      <a
        class="firm inline-flex items-center self-start"
        download={`${props.name}.invitation`}
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(props.text)}`}
      >
        Save the letter
      </a>
    </div>
  )
}
