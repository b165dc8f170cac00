import { For, Match, Show, Switch } from 'solid-js'
import { figureText } from '../numbers'
import { wordsOf } from './FieldInput'
import type { QuantFunction } from './form'

interface FiguresTableProps {
  readonly fn: QuantFunction
  readonly figures: Readonly<Record<string, unknown>>
}

const shownRows = 200

const isNumbers = (value: unknown): value is (number | null)[] =>
  Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null)

/** Every figure of an answer; lists and matrices as tables of their own. */
export function FiguresTable(props: FiguresTableProps) {
  const plain = () => props.fn.figures.filter(({ name }) => !isMany(props.figures[name]))
  const many = () => props.fn.figures.filter(({ name }) => isMany(props.figures[name]))
  return (
    <>
      <dl
        class="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-6 gap-y-1"
        data-testid="figures"
      >
        <For each={plain()}>
          {({ name, meaning, unit }) => (
            <div
              class="flex justify-between gap-2 border-b border-line py-1"
              title={`${meaning}${unit === '' ? '' : ` (${unit})`}`}
            >
              <dt class="text-muted">{wordsOf(name)}</dt>
              <dd class="num font-semibold" data-testid={`figure-${name}`}>
                {figureText(props.figures[name])}
              </dd>
            </div>
          )}
        </For>
      </dl>
      <For each={many()}>
        {({ name, meaning }) => (
          <details class="mt-3" open>
            <summary class="cursor-pointer text-muted" title={meaning}>
              {wordsOf(name)}
            </summary>
            <Many value={props.figures[name] as readonly unknown[]} />
          </details>
        )}
      </For>
    </>
  )
}

const isMany = (value: unknown) => typeof value === 'object' && value !== null

function Many(props: { value: unknown }) {
  const rows = () => {
    const { value } = props
    if (!Array.isArray(value)) return [Object.entries(value as object)]
    return (isNumbers(value) ? value.map((each) => [each]) : (value as unknown[])).slice(
      0,
      shownRows,
    )
  }
  const heads = () => {
    const row = rows()[0]
    return row !== undefined && row !== null && !Array.isArray(row) ? Object.keys(row) : []
  }
  const cellsOf = (row: unknown) => (Array.isArray(row) ? row : Object.values(row as object))
  return (
    <div class="max-h-80 overflow-auto">
      <table class="mt-1">
        <Show when={heads().length > 0}>
          <thead>
            <tr>
              <For each={heads()}>
                {(head) => (
                  <th class="px-2 text-right font-normal text-muted">{wordsOf(head)}</th>
                )}
              </For>
            </tr>
          </thead>
        </Show>
        <tbody>
          <For each={rows()}>
            {(row) => (
              <tr>
                <For each={cellsOf(row)}>{(cell) => <Cell value={cell} />}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function Cell(props: { value: unknown }) {
  return (
    <td class="num px-2">
      <Switch fallback={figureText(props.value)}>
        <Match when={isMany(props.value)}>{JSON.stringify(props.value)}</Match>
      </Switch>
    </td>
  )
}
