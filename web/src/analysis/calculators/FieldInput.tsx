import { For, Match, Show, Switch, createUniqueId } from 'solid-js'
import { FaultText } from '../../look/fields'
import type { Field } from './form'

interface FieldInputProps {
  readonly field: Field
  readonly text: string
  readonly fault: string | undefined
  set(text: string): void
}

const isLong = (type: string) => type === 'matrix' || type.startsWith('list') || type === 'object'

/** `dividendYield` as people read it: Dividend yield. */
export function wordsOf(name: string): string {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** One field of a question, by its kind; its meaning is told on hover. */
export function FieldInput(props: FieldInputProps) {
  const id = createUniqueId()
  const options = () =>
    props.field.type === 'boolean' ? ['true', 'false'] : props.field.choices
  return (
    <div class="flex flex-col gap-1" title={`${props.field.meaning} ${props.field.rule}`}>
      <div class={isLong(props.field.type) ? 'flex flex-col gap-1' : 'flex items-center gap-2'}>
        <label for={id} class="w-36 shrink-0 text-muted">
          {wordsOf(props.field.name)}
        </label>
        <Switch
          fallback={
            <input
              id={id}
              class="field num min-w-0 flex-1"
              type={props.field.type === 'date' ? 'date' : 'text'}
              inputMode={props.field.type === 'number' ? 'decimal' : 'text'}
              placeholder={props.field.required ? '' : 'left out'}
              value={props.text}
              aria-invalid={props.fault !== undefined}
              onInput={(event) => props.set(event.currentTarget.value)}
              data-testid={`field-${props.field.name}`}
            />
          }
        >
          <Match when={options().length > 0}>
            <select
              id={id}
              class="field min-w-0 flex-1"
              value={props.text}
              aria-invalid={props.fault !== undefined}
              onChange={(event) => props.set(event.currentTarget.value)}
              data-testid={`field-${props.field.name}`}
            >
              <Show when={!props.field.required}>
                <option value="">left out</option>
              </Show>
              <For each={options()}>
                {(each) => (
                  <option value={each} selected={each === props.text}>
                    {each}
                  </option>
                )}
              </For>
            </select>
          </Match>
          <Match when={isLong(props.field.type)}>
            <textarea
              id={id}
              class="field w-full font-mono"
              rows={3}
              placeholder={props.field.required ? '' : 'left out'}
              value={props.text}
              aria-invalid={props.fault !== undefined}
              onInput={(event) => props.set(event.currentTarget.value)}
              data-testid={`field-${props.field.name}`}
            />
          </Match>
        </Switch>
      </div>
      <FaultText text={props.fault} />
    </div>
  )
}
