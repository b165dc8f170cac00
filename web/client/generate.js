// Makes operations.ts and functions.ts from openapi.json: a type for each shape, a request and an
// answer for each operation, what each function takes and gives, and a table of methods and paths.
// `npm run generate` in the folder above.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const columns = 100
const json = 'application/json'
const key = 'Idempotency-Key'

const pageType = `/** Part of a list; \`next\` is the cursor of the rest, null at the end. */
export interface Page<Item> {
  items: readonly Item[]
  next: string | null
}
`

const anyParameters = 'Readonly<Record<string, string | number | undefined>>'

/** @returns the text of operations.ts for an OpenAPI 3.1 document of this platform */
export function operationsOf(document) {
  const operations = Object.entries(document.paths)
    .filter(([, methods]) => !isFunction(methods))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => described(path, method, operation)),
    )
    .filter((operation) => operation !== undefined)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const shapes = Object.entries(document.components.schemas)
    .filter(([name]) => name !== 'ErrorBody')
    .map(([name, schema]) => `export interface ${name} ${typeOf(schema, '')}\n`)
  return [
    '// Generated from openapi.json by `npm run generate`; not edited by hand.\n',
    '/** An exact decimal; never a float. */\nexport type DecimalText = string\n',
    '/** ISO-8601 in UTC. */\nexport type TimeText = string\n',
    pageType,
    ...shapes,
    '/** What each operation takes and gives. */',
    `export interface Operations {\n${operations.map((each) => each.type).join('\n')}\n}\n`,
    '/** Where each operation is. */',
    `export const operations = {\n${operations.map((each) => each.route).join('\n')}\n} as const\n`,
  ].join('\n')
}

/** Whether a path is one function's own description, and is asked by another operation. */
const isFunction = (methods) => methods.post?.['x-computed-by'] !== undefined

/** @returns the text of functions.ts: what each function takes and gives, types alone */
export function functionsOf(document) {
  const functions = Object.entries(document.paths)
    .filter(([, methods]) => isFunction(methods))
    .map(([path, { post }]) => {
      const name = path.replace('/v1/quant/', '')
      const answer = post.responses['200'].content[json].schema
      return [
        comment(post.summary, '  '),
        `  '${name}': {`,
        `    question: ${typeOf(post.requestBody.content[json].schema, '    ')}`,
        `    figures: ${typeOf(answer, '    ')}`,
        '  }',
      ].join('\n')
    })
  return [
    '// Generated from openapi.json by `npm run generate`; not edited by hand.\n',
    '/** What each function of `/v1/quant/{area}/{name}` takes and gives. */',
    `export interface Functions {\n${functions.join('\n')}\n}\n`,
  ].join('\n')
}

/** @returns undefined for the stream, which is no request with an answer */
function described(path, method, operation) {
  const success = Object.keys(operation.responses).find((status) => status.startsWith('2'))
  if (success === undefined) return undefined
  const media = Object.entries(operation.responses[success].content ?? {})
  const [type, { schema } = {}] = media[0] ?? []
  const isText = type !== undefined && type !== json
  const name = operation.operationId
  return {
    name,
    type: [
      comment(operation.summary, '  '),
      `  ${name}: {`,
      `    request: ${requestOf(operation, '    ')}`,
      `    answer: ${answerOf(type, schema, '    ')}`,
      '  }',
    ].join('\n'),
    route: `  ${name}: ${routeOf(path, method, operation, isText)},`,
  }
}

function routeOf(path, method, operation, isText) {
  const parts = [
    `method: '${method.toUpperCase()}'`,
    `path: '${path}'`,
    ...(operation.security.length === 0 ? ['isPublic: true'] : []),
    ...(isText ? ['isText: true'] : []),
  ]
  const line = `{ ${parts.join(', ')} }`
  const fits = operation.operationId.length + line.length < columns - 5
  return fits ? line : `{\n${parts.map((part) => `    ${part},`).join('\n')}\n  }`
}

function requestOf(operation, indent) {
  const inner = `${indent}  `
  const unknown = operation.parameters.find(({ name }) => name !== key && /[^a-zA-Z]/.test(name))
  if (unknown !== undefined) {
    throw new Error(`openapi.json has a parameter that is not known here: ${unknown.name}`)
  }
  const part = (where) => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === where)
    if (parameters.length === 0) return []
    const required = parameters.some((parameter) => parameter.required)
    const named = parameters.filter((parameter) => parameter.explode !== true).map(member)
    // An object that is exploded stands for parameters of any name.
    const open = named.length === parameters.length ? '' : ` & ${anyParameters}`
    return [`${inner}${where}${required ? '' : '?'}: ${members(named, inner)}${open}`]
  }
  const body = operation.requestBody?.content[json].schema
  const lines = [
    ...part('path'),
    ...part('query'),
    ...part('header').map(() => `${inner}idempotencyKey?: string | undefined`),
    ...(body === undefined ? [] : [`${inner}body: ${typeOf(body, inner)}`]),
  ]
  return lines.length === 0 ? 'object' : `{\n${lines.join('\n')}\n${indent}}`
}

function answerOf(media, schema, indent) {
  if (media === undefined) return 'undefined'
  if (media === json && schema.type === 'string') return 'unknown'
  return typeOf(schema, indent)
}

const member = ({ name, schema, required, description }) => ({
  name,
  required,
  schema: { description, ...schema },
})

function typeOf(schema, indent) {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1)
  if (schema.anyOf !== undefined) {
    return schema.anyOf.map((each) => typeOf(each, indent)).join(' | ')
  }
  if (schema.enum !== undefined) return unionOf(schema.enum, indent)
  if (Array.isArray(schema.type)) {
    return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ')
  }
  switch (schema.type) {
    case 'object':
      if (schema.additionalProperties === true) return openObject(schema, indent)
      if (Object.keys(schema.properties).join() === 'items,next') {
        return `Page<${typeOf(schema.properties.items.items, indent)}>`
      }
      return members(
        Object.entries(schema.properties).map(([name, property]) => ({
          name,
          schema: property,
          required: schema.required?.includes(name) ?? false,
        })),
        indent,
      )
    case 'array':
      return `readonly ${elementOf(typeOf(schema.items, indent))}[]`
    case 'string':
      return { decimal: 'DecimalText', 'date-time': 'TimeText' }[schema.format] ?? 'string'
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
    case 'null':
      return schema.type
    default:
      throw new Error(`openapi.json has a schema that is not known here: ${JSON.stringify(schema)}`)
  }
}

/** With what is known of it, and fields of any other name. */
function openObject(schema, indent) {
  const any = 'Readonly<Record<string, unknown>>'
  const known = { ...schema, additionalProperties: false }
  return Object.keys(schema.properties ?? {}).length === 0 ? any : `${typeOf(known, indent)}`
}

const elementOf = (type) => (/[ |]/.test(type) ? `(${type})` : type)

function unionOf(values, indent) {
  const lines = ['']
  for (const text of values.map((value) => `'${value}'`)) {
    const line = lines.at(-1)
    if (indent.length + line.length + text.length > columns - 48) lines.push(text)
    else lines[lines.length - 1] = line === '' ? text : `${line} | ${text}`
  }
  return lines.length === 1 ? lines[0] : lines.map((line) => `\n${indent}  | ${line}`).join('')
}

function members(all, indent) {
  const inner = `${indent}  `
  const lines = all.map(({ name, schema, required }) => {
    const { description } = schema
    const said = description === undefined ? '' : `${comment(description, inner)}\n`
    const type = typeOf(schema, inner) + (required ? '' : ' | undefined')
    return `${said}${inner}${name}${required ? '' : '?'}:${type.startsWith('\n') ? '' : ' '}${type}`
  })
  return `{\n${lines.join('\n')}\n${indent}}`
}

/** Folded, so that no line is wider than the house allows. */
function comment(text, indent) {
  const line = `${indent}/** ${text} */`
  if (line.length <= columns) return line
  const folded = text.replace(/(.{1,88})( |$)/g, `${indent} * $1\n`)
  return `${indent}/**\n${folded}${indent} */`
}

export const documentFile = new URL('openapi.json', import.meta.url)
export const operationsFile = new URL('operations.ts', import.meta.url)
export const functionsFile = new URL('functions.ts', import.meta.url)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const document = JSON.parse(readFileSync(documentFile, 'utf8'))
  writeFileSync(operationsFile, operationsOf(document))
  writeFileSync(functionsFile, functionsOf(document))
}
