import { For, Match, Show, Switch } from 'solid-js'
import { ApiError } from '../../../client/failures'
import { Empty, Reason } from '../../look/states'
import { useTerminal } from '../../terminal'
import { createAsking, type Asking, type Outcome } from './asking'
import { Curve } from './Curve'
import { FieldInput } from './FieldInput'
import { FiguresTable } from './FiguresTable'
import type { QuantFunction } from './form'

/** One function: its form, its figures, a curve of them, and why they are what they are. */
export function Calculator(props: { fn: QuantFunction }) {
  const { rest, signedIn } = useTerminal()
  const isSignedIn = () => signedIn.session() !== undefined
  const asking = createAsking(rest, props.fn, isSignedIn)
  return (
    <section class="min-w-0 flex-1 p-4" data-testid="calculator">
      <h3 class="text-base font-semibold">{props.fn.title}</h3>
      <Show
        when={isSignedIn()}
        fallback={<Empty says="Sign in to compute: figures are made by the platform." />}
      >
        <div class="mt-3 grid grid-cols-1 gap-6 full:grid-cols-[20rem_minmax(0,1fr)]">
          <Form fn={props.fn} asking={asking} />
          <Answer fn={props.fn} asking={asking} />
        </div>
      </Show>
    </section>
  )
}

interface PartProps {
  readonly fn: QuantFunction
  readonly asking: Asking
}

function Form(props: PartProps) {
  const faultOf = (name: string) => {
    const why = props.asking.failure()
    return why instanceof ApiError && why.field?.split(/[.[]/)[0] === name ? why.rule : undefined
  }
  return (
    <form class="flex min-w-0 flex-col gap-2" onSubmit={(event) => event.preventDefault()}>
      <For each={props.fn.fields}>
        {(field) => (
          <FieldInput
            field={field}
            text={props.asking.texts()[field.name] ?? ''}
            fault={faultOf(field.name)}
            set={(text) => props.asking.set(field.name, text)}
          />
        )}
      </For>
      <button
        type="button"
        class="quiet self-start text-left whitespace-normal"
        onClick={() => props.asking.reset()}
      >
        Published case: {props.fn.example?.source}
      </button>
    </form>
  )
}

function Answer(props: PartProps) {
  return (
    <div class="min-w-0" aria-live="polite">
      <Show when={props.asking.progress()}>
        {(part) => <progress class="w-full" value={part()} max={1} aria-label="How far it is" />}
      </Show>
      <Switch>
        <Match when={props.asking.failure()}>{(why) => <Reason failure={why()} />}</Match>
        <Match when={props.asking.outcome()}>
          {(of) => (
            <>
              <FiguresTable fn={props.fn} figures={of().figures} />
              <Curve fn={props.fn} texts={props.asking.texts()} figures={of().figures} />
              <Why fn={props.fn} outcome={of()} />
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

/** Why this number: the formula, the convention, whose it is, and from exactly what. */
function Why(props: { fn: QuantFunction; outcome: Outcome }) {
  const said = () =>
    [
      ['Formula', props.fn.formula],
      ['Convention', props.outcome.figures['convention']],
      ['Reference', props.outcome.figures['reference']],
      ['Inputs', JSON.stringify(props.outcome.question)],
      ['Hash of the inputs', props.outcome.figures['inputsHash']],
    ] as const
  return (
    <details class="mt-4" data-testid="why">
      <summary class="cursor-pointer text-accent">Why this number</summary>
      <dl class="mt-2 grid max-w-3xl gap-x-4 gap-y-1 wide:grid-cols-[9rem_minmax(0,1fr)]">
        <For each={said()}>
          {([name, text]) => (
            <>
              <dt class="text-muted">{name}</dt>
              <dd class="max-h-40 overflow-auto break-words">{String(text ?? '—')}</dd>
            </>
          )}
        </For>
      </dl>
    </details>
  )
}
