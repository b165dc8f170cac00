import { For, Show, createUniqueId, type JSX } from 'solid-js'

interface SelectFieldProps<T extends string> {
  readonly name: string
  readonly testid: string
  readonly value: T
  readonly options: readonly (readonly [T, string])[]
  readonly fault?: string | undefined
  choose(value: T): void
}

/** One of a few, with its name before it. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  return (
    <Labeled name={props.name} fault={props.fault}>
      {(id, faultId) => (
        <select
          id={id}
          class="field min-w-0 flex-1"
          value={props.value}
          aria-invalid={props.fault !== undefined}
          aria-describedby={faultId}
          onChange={(event) => props.choose(event.currentTarget.value as T)}
          data-testid={props.testid}
        >
          <For each={props.options}>
            {([value, name]) => (
              <option value={value} selected={value === props.value}>
                {name}
              </option>
            )}
          </For>
        </select>
      )}
    </Labeled>
  )
}

interface MomentFieldProps {
  readonly name: string
  readonly testid: string
  readonly value: string
  readonly fault?: string | undefined
  set(value: string): void
}

/** A date and a time of day in UTC. */
export function MomentField(props: MomentFieldProps) {
  return (
    <Labeled name={props.name} fault={props.fault}>
      {(id, faultId) => (
        <input
          id={id}
          class="field min-w-0 flex-1"
          type="datetime-local"
          value={props.value}
          aria-invalid={props.fault !== undefined}
          aria-describedby={faultId}
          onInput={(event) => props.set(event.currentTarget.value)}
          data-testid={props.testid}
        />
      )}
    </Labeled>
  )
}

interface CheckProps {
  readonly name: string
  readonly title: string
  readonly testid: string
  readonly checked: boolean
  readonly disabled?: boolean
  readonly fault?: string | undefined
  set(checked: boolean): void
}

export function Check(props: CheckProps) {
  return (
    <div>
      <label class="flex min-h-6 items-center gap-1.5 pointer-coarse:min-h-11" title={props.title}>
        <input
          type="checkbox"
          class="size-3.5 accent-accent"
          checked={props.checked}
          disabled={props.disabled === true}
          aria-invalid={props.fault !== undefined}
          onChange={(event) => props.set(event.currentTarget.checked)}
          data-testid={props.testid}
        />
        {props.name}
      </label>
      <FaultText text={props.fault} />
    </div>
  )
}

interface LabeledProps {
  readonly name: string
  readonly fault?: string | undefined
  /** @param id of the control, which the name belongs to */
  children(id: string, faultId: string | undefined): JSX.Element
}

function Labeled(props: LabeledProps) {
  const id = createUniqueId()
  return (
    <div class="flex flex-col gap-1">
      <div class="flex items-center gap-2">
        <label for={id} class="w-20 shrink-0 text-muted">
          {props.name}
        </label>
        {props.children(id, props.fault === undefined ? undefined : `${id}-fault`)}
      </div>
      <FaultText text={props.fault} id={`${id}-fault`} />
    </div>
  )
}

/** What is wrong with a field, below it. */
export function FaultText(props: { text: string | undefined; id?: string }) {
  return (
    <Show when={props.text}>
      {(fault) => (
        <p id={props.id} class="text-danger-text first-letter:uppercase">
          {fault()}
        </p>
      )}
    </Show>
  )
}

interface TextFieldProps {
  readonly name: string
  readonly testid: string
  readonly value: string
  readonly unit?: string
  readonly placeholder?: string
  /** Numbers stand at the right. */
  readonly words?: boolean
  /** What is typed is not shown. */
  readonly secret?: boolean
  readonly fault?: string | undefined
  set(value: string): void
}

/** One line of text, with its name before it. */
export function TextField(props: TextFieldProps) {
  return (
    <Labeled name={props.name} fault={props.fault}>
      {(id, faultId) => (
        <>
          <input
            id={id}
            type={props.secret === true ? 'password' : 'text'}
            class={`field min-w-0 ${props.words === true ? 'flex-1' : 'num w-44'}`}
            value={props.value}
            placeholder={props.placeholder ?? ''}
            inputmode={props.words === true ? 'text' : 'decimal'}
            autocomplete={props.secret === true ? 'current-password' : 'off'}
            spellcheck={false}
            maxlength="200"
            aria-invalid={props.fault !== undefined}
            aria-describedby={faultId}
            onInput={(event) => props.set(event.currentTarget.value)}
            data-testid={props.testid}
          />
          <Show when={props.unit}>{(unit) => <span class="text-muted">{unit()}</span>}</Show>
        </>
      )}
    </Labeled>
  )
}
