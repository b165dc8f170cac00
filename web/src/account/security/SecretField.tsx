import { createUniqueId, onMount } from 'solid-js'

const completions = {
  password: 'current-password',
  'new-password': 'new-password',
  code: 'one-time-code',
} as const

interface SecretFieldProps {
  readonly name: string
  readonly kind: keyof typeof completions
  readonly testid: string
  readonly value: string
  readonly focus?: boolean
  set(value: string): void
}

/** A password, a code of an authenticator or a recovery code, as browsers know to fill them. */
export function SecretField(props: SecretFieldProps) {
  const id = createUniqueId()
  let input: HTMLInputElement | undefined
  onMount(() => {
    if (props.focus === true) input?.focus()
  })
  return (
    <div class="flex items-center gap-2">
      <label for={id} class="w-20 shrink-0 text-muted">
        {props.name}
      </label>
      <input
        ref={input}
        id={id}
        class="field min-w-0 flex-1"
        type={props.kind === 'code' ? 'text' : 'password'}
        autocomplete={completions[props.kind]}
        autocapitalize="characters"
        spellcheck={false}
        maxlength="256"
        required
        value={props.value}
        onInput={(event) => props.set(event.currentTarget.value)}
        data-testid={props.testid}
      />
    </div>
  )
}
