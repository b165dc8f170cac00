import { createUniqueId } from 'solid-js'
import { FaultText } from '../look/fields'
import { stepped } from './preview'

interface DecimalFieldProps {
  readonly name: string
  readonly unit: string
  readonly testid: string
  readonly value: string
  /** The arrow keys move by this, with Shift by ten of it. */
  readonly step: string
  /** Where the arrow keys start in an empty field. */
  readonly fallback: string | undefined
  readonly fault: string | undefined
  /** What an empty field means. */
  readonly placeholder?: string
  set(text: string): void
}

/** A number typed as text, so that what is sent is what was typed. */
export function DecimalField(props: DecimalFieldProps) {
  const id = createUniqueId()
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (direction === undefined) return
    event.preventDefault()
    const from = props.value.trim()
    const times = event.shiftKey ? 10 : 1
    const next =
      from === '' ? props.fallback : stepped(from, direction * times, props.step)
    if (next !== undefined) props.set(next)
  }
  return (
    <div class="flex flex-col gap-1">
      <div class="relative">
        <label
          for={id}
          class="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-muted"
        >
          {props.name}
        </label>
        <input
          id={id}
          class={`field num ${props.unit.length > 4 ? 'pr-22' : 'pr-14'} ${
            props.name.length > 7 ? 'pl-24' : 'pl-16'
          }`}
          inputmode="decimal"
          autocomplete="off"
          spellcheck={false}
          maxlength="40"
          placeholder={props.placeholder ?? ''}
          value={props.value}
          aria-invalid={props.fault !== undefined}
          aria-describedby={props.fault === undefined ? undefined : `${id}-fault`}
          onInput={(event) => props.set(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          data-testid={props.testid}
        />
        <span class="pointer-events-none absolute top-1/2 right-2 max-w-19 -translate-y-1/2
          truncate text-muted">
          {props.unit}
        </span>
      </div>
      <FaultText text={props.fault} id={`${id}-fault`} />
    </div>
  )
}
