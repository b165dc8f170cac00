// What operators see of rates and of the audit log, in a real browser.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { at, open, stage, takeTheStage } from './stage.js'

takeTheStage()

const hash = '9f'.repeat(32)
const record = (id, more) => ({
  id: String(id), time: '2026-11-21T21:26:43Z', who: '1', credential: 'session 7f0c',
  operation: 'setState', resource: '/v1/instruments/ACME/state', outcome: 'done',
  request: '{"symbol":"ACME","state":"halted"}', before: '{"symbol":"ACME","state":"open"}',
  after: '{"symbol":"ACME","state":"halted"}', rayId: 'c0ffee', address: '192.0.2.7', hash,
  ...more,
})
const failed = record(1, {
  who: null, credential: '', operation: 'signIn', resource: '/v1/sessions', outcome: 'refused',
  request: null, before: null, after: null,
})
const rates = ['api', 'stream', 'static'].flatMap((tier) =>
  ['free', 'pro', 'enterprise', 'address'].map((holder) => (
    { tier, holder, burst: 120, average: 1200, periodS: 60 }
  )))

/** Signs in as one who operates; the platform's answers are made here. */
async function openAsOperator(verification) {
  const sent = []
  await open('/?symbol=BTC-USD', undefined, async (page) => {
    await page.route('**/v1/me', (route) =>
      route.fulfill({ json: { userId: '1', email: 'op@ratel.local', role: 'OPERATOR' } }))
    await page.route('**/v1/audit/verification', (route) => route.fulfill({ json: verification }))
    await page.route(/\/v1\/audit(\?|$)/, (route) => {
      const query = new URL(route.request().url()).searchParams
      sent.push(query.get('operation'))
      const items = [record(2), failed].filter(
        (each) => [null, each.operation].includes(query.get('operation')),
      )
      return route.fulfill({ json: { items, next: null } })
    })
    await page.route('**/v1/limits/rates', (route) => {
      const change = route.request().postDataJSON()
      if (change !== null) {
        sent.push(change)
        for (const one of change.rates) {
          Object.assign(
            rates.find((rate) => rate.tier === one.tier && rate.holder === one.holder), one,
          )
        }
      }
      return route.fulfill({ json: { rates } })
    })
  })
  await at('try-demo').click()
  await at('operate-open').click()
  await at('operate').waitFor()
  return sent
}

const intact = { intact: true, records: 2, newest: `2:${hash}`, broken: null, fault: null }

describe('an operator', () => {
  it('reads what was done, with what changed, and that nobody altered it', async () => {
    const sent = await openAsOperator(intact)
    await at('operate-audit').click()
    await at('audit-badge').getByText('Intact').waitFor()
    assert.equal(await at('audit-row').count(), 2)
    await at('audit-open-2').click()
    const change = at('audit-change')
    assert.equal(await change.count(), 1)
    assert.match(await change.innerText(), /state\s+open\s+halted/)
    await at('audit-operation').fill('signIn')
    await at('audit-look').click()
    await stage.page.locator('[data-record="2"]').waitFor({ state: 'detached' })
    assert.equal(await at('audit-row').count(), 1)
    assert.deepEqual(sent, [null, 'signIn'])
    await at('audit-who').fill('me')
    assert.equal(await at('audit-look').isDisabled(), true)
  })

  it('is told which record is broken', async () => {
    const fault = 'record 2 was altered: its contents do not give its hash'
    await openAsOperator({ ...intact, intact: false, records: 1, broken: '2', fault })
    await at('operate-audit').click()
    await at('audit-badge').getByText('Broken').waitFor()
    await stage.page.getByText(fault).waitFor()
  })

  it('sets a rate in place, by the rules of the platform', async () => {
    const sent = await openAsOperator(intact)
    await at('operate-rates').click()
    const burst = at('rate-api-pro-burst')
    assert.equal(await burst.inputValue(), '120')
    await burst.fill('0')
    assert.equal(await at('rates-api-set').isDisabled(), true)
    await stage.page.getByText('Pro: At once must be 1 to 1,000,000.').waitFor()
    await burst.fill('500')
    await at('rates-api-set').getByText('Set this rate').click()
    await at('rates-api-set-done').waitFor()
    assert.deepEqual(sent, [
      { rates: [{ tier: 'api', holder: 'pro', burst: 500, average: 1200, periodS: 60 }] },
    ])
    assert.equal(await burst.inputValue(), '500')
  })
})
