import { createSignal } from 'solid-js'
import { DeedButton, Section } from '../look/DeedButton'
import { createDeed, createKey } from '../look/deed'
import { TextField } from '../look/fields'
import { useTerminal } from '../terminal'

/** Makes a pool; who makes it owns it. */
export function NewPool(props: { made(id: string): Promise<void> }) {
  const { rest } = useTerminal()
  const [name, setName] = createSignal('')
  const key = createKey(name)
  const deed = createDeed(async () => {
    const pool = await rest.call(
      'createPool',
      { idempotencyKey: key.now(), body: { name: name().trim() } },
      { repeat: true },
    )
    key.renew()
    await props.made(pool.id)
    return `${pool.name} is made`
  })
  return (
    <Section
      title="Make a pool"
      says="It gets an account of its own. Members buy units of it; nobody can withdraw from it."
    >
      <TextField
        name="Name"
        testid="pool-name"
        words
        value={name()}
        fault={deed.faultOf('name')}
        set={(text) => {
          deed.forget()
          setName(text)
        }}
      />
      <DeedButton
        deed={deed}
        name="Make the pool"
        testid="pool-make"
        disabled={name().trim() === ''}
      />
    </Section>
  )
}

/** Joins a pool that somebody gave a code for. */
export function JoinPool(props: { joined(id?: string): Promise<void> }) {
  const { rest } = useTerminal()
  const [code, setCode] = createSignal('')
  const deed = createDeed(async () => {
    const { items } = await rest.call('joinPool', { body: { code: code().trim() } })
    await props.joined(items[items.length - 1]?.id)
    return 'Joined'
  })
  return (
    <Section title="Join a pool" says="With the code that one of its moderators gave you.">
      <TextField
        name="Code"
        testid="pool-code"
        words
        value={code()}
        fault={deed.faultOf('code')}
        set={(text) => {
          deed.forget()
          setCode(text)
        }}
      />
      <DeedButton deed={deed} name="Join" testid="pool-join" disabled={code().trim() === ''} />
    </Section>
  )
}
