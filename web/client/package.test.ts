import { execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
const client = import.meta.dirname

interface Packed {
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

/** A folder of somebody who installed the package, and what was in it. */
async function installed(folder: string): Promise<readonly string[]> {
  const pack = ['pack', '--json', '--pack-destination', folder]
  const { stdout } = await run('npm', pack, { cwd: client })
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [Packed]
  const home = join(folder, 'node_modules', '@ratel', 'client')
  await mkdir(home, { recursive: true })
  await run('tar', ['-xzf', join(folder, packed.filename), '-C', home, '--strip-components=1'])
  await symlink(join(client, '../node_modules/ws'), join(folder, 'node_modules', 'ws'))
  return packed.files.map((file) => file.path)
}

/** The made-up venue in a process of its own; it says where it is when it is open. */
async function openVenue(): Promise<{ address: string; close: () => void }> {
  const venue = spawn(process.execPath, [join(client, '../dev/venue.js'), '--port', '0'])
  const address = await new Promise<string>((resolve, reject) => {
    venue.on('exit', () => reject(new Error('the venue ended before it was open')))
    venue.stdout.on('data', (said: Buffer) => resolve(/http:\S+/.exec(String(said))?.[0] ?? ''))
  })
  return { address, close: () => venue.kill() }
}

describe('the package', () => {
  let folder: string
  let files: readonly string[]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ratel-client-'))
    files = await installed(folder)
  }, 60_000)

  afterAll(() => rm(folder, { recursive: true }))

  it('holds what belongs and nothing else', () => {
    const roots = files.map((path) => path.replace(/^dist\/\w+\.(js|js\.map|d\.ts)$/, 'dist/'))
    expect(new Set(roots)).toEqual(
      new Set(['dist/', 'LICENSE', 'README.md', 'openapi.json', 'package.json']),
    )
    expect(files.filter((path) => /test|fake|generate/.test(path))).toEqual([])
    expect(files).toEqual(expect.arrayContaining(['dist/index.js', 'dist/index.d.ts']))
  })

  it('runs the program of its README in plain JavaScript against a venue', async () => {
    const readme = await readFile(join(client, 'README.md'), 'utf8')
    const [, program] = /```js\n(.*?)```/s.exec(readme) ?? []
    await writeFile(join(folder, 'first.mjs'), program ?? '')
    const venue = await openVenue()
    try {
      const env = { ...process.env, RATEL: venue.address }
      const { stdout } = await run(process.execPath, ['first.mjs'], { cwd: folder, env })
      expect(stdout).toMatch(/^the book is committed\nthe best offer is \d+\.\d+\nthe order is \w+/)
    } finally {
      venue.close()
    }
  }, 30_000)

  it('has types that a strict program compiles against', async () => {
    const program = `
      import { Rest, type AnswerOf, type WatchState, type Api } from '@ratel/client'
      declare const rest: Rest
      const order: Promise<AnswerOf<'getOrder'>> = rest.call('getOrder', { path: { id: '1' } })
      export const price: Promise<string | null> = order.then((each: Api.Order) => each.price)
      // @ts-expect-error an order has a quantity
      void rest.call('placeOrder', { body: { symbol: 'A', side: 'buy', type: 'market' } })
      export const state: WatchState = 'rePending'
    `
    await writeFile(join(folder, 'strict.mts'), program)
    const flags = ['--strict', '--noEmit', '--module', 'NodeNext', '--target', 'ES2022']
    const tsc = join(client, '../node_modules/typescript/bin/tsc')
    await run(process.execPath, [tsc, ...flags, '--lib', 'ES2023,DOM', 'strict.mts'], {
      cwd: folder,
    })
  }, 30_000)
})
