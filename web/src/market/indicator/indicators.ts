import type { AnswerOf } from '../../../client/rest'

/** What can be drawn, as the platform lists it. */
export type IndicatorFunction = AnswerOf<'listFunctions'>['items'][number]

/** One that is drawn. */
export interface Chosen {
  readonly name: string
  readonly parameters: Readonly<Record<string, number>>
}

/** A line of one output, with its place. */
export interface Plot {
  readonly key: string
  readonly title: string
  /** Which of the chosen it belongs to; each that is not an overlay has a pane of its own. */
  readonly owner: string
  readonly overlay: boolean
  readonly points: readonly PlotPoint[]
}

export interface PlotPoint {
  readonly ms: number
  /** Undefined where there is no number: the line is broken there. */
  readonly value: number | undefined
}

export const chosenMax = 6

export const keyOf = ({ name, parameters }: Chosen) =>
  [name, ...Object.entries(parameters).map(([key, value]) => `${key}=${value}`)].join(' ')

/** Its name with the numbers that it was given. */
export function titleOf(chosen: Chosen): string {
  const numbers = Object.values(chosen.parameters)
  return numbers.length === 0 ? chosen.name : `${chosen.name} ${numbers.join(', ')}`
}

/** The rule that a text breaks; undefined when it is a value of the parameter. */
export function parameterFault(
  parameter: IndicatorFunction['parameters'][number],
  text: string,
): string | undefined {
  const value = Number(text)
  const inside =
    text.trim() !== '' && value >= parameter.min && value <= parameter.max && !Number.isNaN(value)
  if (inside && (!parameter.whole || Number.isInteger(value))) return undefined
  const kind = parameter.whole ? 'whole number' : 'number'
  return `must be a ${kind} from ${parameter.min} to ${parameter.max}`
}

/** What an answer draws: a line for each output that the function lists. */
export function plotsOf(
  chosen: Chosen,
  of: IndicatorFunction,
  answer: Readonly<Record<string, unknown>>,
): readonly Plot[] {
  const times = (answer['times'] as readonly string[]).map((time) => Date.parse(time))
  return of.outputs.map((output) => {
    const values = answer[output] as readonly (number | null)[]
    return {
      key: `${keyOf(chosen)} ${output}`,
      title: output === 'values' ? titleOf(chosen) : output,
      owner: keyOf(chosen),
      overlay: of.pane === 'overlay',
      points: times.map((ms, i) => ({ ms, value: values[i] ?? undefined })),
    }
  })
}

/** What was remembered, as far as it makes sense. */
export function readChosen(text: string | null): readonly Chosen[] {
  try {
    const all: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(all) ? all.filter(isChosen).slice(0, chosenMax) : []
  } catch {
    return []
  }
}

function isChosen(value: unknown): value is Chosen {
  if (typeof value !== 'object' || value === null) return false
  const { name, parameters } = value as { name?: unknown; parameters?: unknown }
  return (
    typeof name === 'string' &&
    typeof parameters === 'object' &&
    parameters !== null &&
    Object.values(parameters).every((each) => typeof each === 'number')
  )
}
