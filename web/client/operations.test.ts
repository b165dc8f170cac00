import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  documentFile,
  functionsFile,
  functionsOf,
  operationsFile,
  operationsOf,
} from './generate.js'

const document = JSON.parse(readFileSync(documentFile, 'utf8')) as Document

interface Document {
  readonly paths: Record<string, unknown>
  readonly components: { readonly schemas: Record<string, unknown> }
}

it('has operations.ts as `npm run generate` makes it from openapi.json', () => {
  expect(readFileSync(operationsFile, 'utf8')).toBe(operationsOf(document))
})

it('has functions.ts as `npm run generate` makes it from openapi.json', () => {
  expect(readFileSync(functionsFile, 'utf8')).toBe(functionsOf(document))
})

it('names a schema that it does not know rather than guess', () => {
  const schemas = { Odd: { type: 'object', properties: { some: { type: 'tuple' } } } }
  expect(() => operationsOf({ paths: {}, components: { schemas } })).toThrow(
    'a schema that is not known here: {"type":"tuple"}',
  )
})
