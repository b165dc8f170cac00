import type { AnswerOf } from '../../../client/rest'

/** A function as the platform describes it. */
export type QuantFunction = AnswerOf<'listFunctions'>['items'][number]
export type Field = QuantFunction['fields'][number]

/** What stands in the fields of a form, by their names. */
export type Texts = Readonly<Record<string, string>>

/** A list as people paste it: by commas, semicolons, spaces or lines. */
const between = /[\s,;]+/
const missing = new Set(['null', 'nan', '-', '—'])

/** What is put into a field for a value of a question. */
export function textOf(value: unknown): string {
  if (value === undefined) return ''
  if (Array.isArray(value) && value.every((each) => typeof each === 'number' || each === null)) {
    return value.map((each) => (each === null ? 'null' : String(each))).join(', ')
  }
  if (Array.isArray(value) && value.every((each) => Array.isArray(each))) {
    return value.map((row) => textOf(row)).join('\n')
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The published case of a function, so that a form opens with something that is known. */
export function exampleOf({ fields, example }: QuantFunction): Texts {
  const question = example?.question ?? {}
  return Object.fromEntries(
    fields.map(({ name, preset }) => [name, textOf(question[name] ?? preset)]),
  )
}

/** What is asked; the platform says what it cannot take. */
export function questionOf(fields: readonly Field[], texts: Texts): Record<string, unknown> {
  const given = fields
    .map((field) => [field.name, valueOf(field, (texts[field.name] ?? '').trim())] as const)
    .filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}

function valueOf({ type }: Field, text: string): unknown {
  if (text === '') return undefined
  switch (type) {
    case 'number':
    case 'integer':
      return numberOf(text)
    case 'boolean':
      return text === 'true'
    case 'list':
      return listOf(text)
    case 'matrix':
      return text.startsWith('[') ? jsonOf(text) : text.split(/\n+/).map(listOf)
    case 'text':
    case 'date':
    case 'choice':
      return text
    default:
      return jsonOf(text)
  }
}

/** What is no number goes as it is, so that the platform names it. */
const numberOf = (text: string): unknown => {
  const value = Number(text)
  return Number.isFinite(value) ? value : text
}

function listOf(text: string): unknown {
  if (text.startsWith('[')) return jsonOf(text)
  return text
    .split(between)
    .filter((each) => each !== '')
    .map((each) => (missing.has(each.toLowerCase()) ? null : numberOf(each)))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** The numbers of a question that a curve can run along. */
export function axesOf(fields: readonly Field[], texts: Texts): readonly Field[] {
  return fields.filter(
    ({ name, type }) => type === 'number' && Number.isFinite(Number(texts[name] || undefined)),
  )
}

const curvePoints = 81

/** Places along an axis around a value: from half of it to half more, or around zero. */
export function placesAlong(value: number): readonly number[] {
  const [from, to] = value === 0 ? [-0.1, 0.1] : [value * 0.5, value * 1.5]
  return Array.from(
    { length: curvePoints },
    (_, i) => from + ((to - from) * i) / (curvePoints - 1),
  )
}
