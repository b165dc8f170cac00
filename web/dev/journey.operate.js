// The operator's screens in a real browser; what they send is caught on its way.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { at, open, openAsDemo, stage, takeTheStage } from './stage.js'

takeTheStage()

const checked = {
  balances: 1204, orders: 88231, fills: 45120, postings: 180442, positions: 310, instruments: 6,
}
const wrong = {
  kind: 'balance', table: 'projection.balances', key: '1000001/USD', field: 'total',
  expected: '10.00', found: '9.00', mend: './ratel mend balances',
}

/** Signs in as one who operates; every request that changes something is answered here. */
async function openAsOperator(breaks = []) {
  const sent = []
  await open('/?symbol=BTC-USD', undefined, async (page) => {
    await page.route('**/v1/me', (route) =>
      route.fulfill({ json: { userId: '1', email: 'op@ratel.local', role: 'OPERATOR' } }))
    await page.route('**/v1/reconciliation', (route) => {
      const report = { sequence: 171617, time: '2026-11-21T21:26:43Z', checked, breaks }
      return route.fulfill({ json: { ...report, breakCount: breaks.length } })
    })
    await page.route(/\/v1\/(kill-switches|instruments\/)/, (route) => {
      const request = route.request()
      const path = new URL(request.url()).pathname
      sent.push([request.method(), path, request.postDataJSON()])
      return route.fulfill({ json: { sequence: 7 } })
    })
  })
  await at('try-demo').click()
  await at('operate-open').click()
  await at('operate').waitFor()
  return sent
}

describe('a trader', () => {
  it('sees nothing to operate', async () => {
    await openAsDemo()
    await stage.page.waitForLoadState('networkidle')
    assert.equal(await at('operate-open').count(), 0)
  })
})

describe('an operator', () => {
  it('stops a market by a button that says so, asked once more', async () => {
    const sent = await openAsOperator()
    await stage.page.locator('[data-market=ETH-USD]').click()
    await at('kill-instrument').dblclick()
    await at('kill-instrument-confirm').waitFor()
    assert.deepEqual(sent, [])
    await at('kill-instrument-confirm')
      .getByText('Stop ETH-USD and cancel all open orders there')
      .click()
    await at('kill-instrument-done').getByText('Stopped ETH-USD at event 7').waitFor()
    assert.deepEqual(sent, [['PUT', '/v1/kill-switches/instrument/ETH-USD', { engaged: true }]])
    await at('operate-venue').click()
    await at('unkill-venue').click()
    await at('unkill-venue-done').waitFor()
    assert.deepEqual(sent[1], ['PUT', '/v1/kill-switches/venue/venue', { engaged: false }])
  })

  it('keeps the market when the question is left', async () => {
    const sent = await openAsOperator()
    await at('kill-instrument').click()
    await stage.page.getByText('Leave it').click()
    await at('kill-instrument').waitFor()
    assert.deepEqual(sent, [])
  })

  it('sets a week, tells a mark and splits a share', async () => {
    const sent = await openAsOperator()
    await stage.page.locator('[data-market=ACME]').click()
    await at('operate-part-calendar').click()
    await at('calendar-add').click()
    await at('calendar-0-day').selectOption('4')
    await at('calendar-0-time').fill('16:30')
    await at('calendar-0-state').selectOption('closed')
    await at('calendar-set').click()
    await at('calendar-set-done').waitFor()
    await at('operate-part-prices').click()
    await at('mark-last').fill('123.40')
    await at('mark-send').click()
    await at('mark-send-done').waitFor()
    await at('operate-part-actions').click()
    await at('action-numerator').fill('7')
    await at('action-send').click()
    await at('action-send-confirm').getByText('Split ACME 7 for 1').click()
    await at('action-send-done').waitFor()
    const path = '/v1/instruments/ACME'
    const changes = [{ minuteOfWeek: 4 * 1440 + 990, state: 'closed' }]
    assert.deepEqual(sent, [
      ['PUT', `${path}/calendar`, { changes, closedDays: [] }],
      ['POST', `${path}/marks`, { last: '123.40' }],
      ['POST', `${path}/corporate-actions`, { kind: 'split', numerator: 7, denominator: 1 }],
    ])
  })

  it('is told that everything agrees', async () => {
    await openAsOperator()
    await at('operate-reconciliation').click()
    await at('reconciliation-result').getByText('No breaks').waitFor()
    assert.match(await at('checked-postings').innerText(), /180,442/)
  })

  it('is told what does not agree, and what mends it', async () => {
    await openAsOperator([wrong])
    await at('operate-reconciliation').click()
    await at('reconciliation-result').getByText('1 break').waitFor()
    const row = await at('break-row').innerText()
    for (const part of ['1000001/USD', '10.00', '9.00', './ratel mend balances', 'Copy']) {
      assert.ok(row.includes(part), `${part} is in ${row}`)
    }
  })

  it('sees how long certificates last, revokes one, and invites a machine', async () => {
    const sent = []
    const hour = 3_600_000
    const time = (hours) => new Date(Date.now() + hours * hour).toISOString()
    const certificate = (serial, name, end, revokedAt = null) => ({
      serial, kind: 'node', name, hosts: [`${name}.example.org`], notBefore: time(end - 24),
      notAfter: time(end), revokedAt, reason: revokedAt && 'keyCompromise',
    })
    const items = [
      certificate('aa11', 'old', 1), certificate('bb22', 'stolen', 20, time(-1)),
      certificate('cc33', 'fresh', 23),
    ]
    await openAsOperator()
    await stage.page.route(/\/v1\/(certificates|tokens\/danger)/, (route) => {
      const request = route.request()
      if (request.method() === 'GET') return route.fulfill({ json: { items, next: null } })
      sent.push([new URL(request.url()).pathname, request.postDataJSON(),
        request.headers()['danger-token']])
      if (request.url().endsWith('/danger')) {
        return route.fulfill({ status: 201, json: { token: 'danger', expiresAt: time(0.1) } })
      }
      const letter = 'invitation: 77\nkind: node\n-----BEGIN PRIVATE KEY-----\n…'
      return route.fulfill({ status: 201, json: { ...items[0], id: '77', letter } })
    })
    await at('operate-certificates').click()
    await at('certificate-row').first().waitFor()
    const rows = await at('certificate-row').evaluateAll((all) =>
      all.map((row) => row.dataset.standing))
    assert.deepEqual(rows, ['good', 'revoked', 'late'])
    await at('certificate-choose').first().click()
    await at('revoke-reason').selectOption('keyCompromise')
    await at('revoke-send').click()
    await at('revoke-send-secret').fill('secret')
    await at('revoke-send-do').getByText('Revoke node fresh and cut its connections').click()
    await at('revoke-send').waitFor({ state: 'detached' })
    assert.equal(sent[0][1].operation, 'revokeCertificate')
    assert.equal(sent[0][1].resource, '/v1/certificates/cc33/revocation')
    assert.deepEqual(sent[1],
      ['/v1/certificates/cc33/revocation', { reason: 'keyCompromise' }, 'danger'])
    await at('invite-name').fill('s 1')
    await stage.page.getByText('Must be 1 to 63 letters').waitFor()
    await at('invite-name').fill('s1')
    await at('invite-hosts').fill('s1.example.org, 10.0.0.8')
    await at('invite-send').click()
    await at('invite-send-secret').fill('secret')
    await at('invite-send-do').click()
    await at('invite-letter').waitFor()
    assert.deepEqual(sent[3], ['/v1/certificates/invitations',
      { kind: 'node', name: 's1', hosts: ['s1.example.org', '10.0.0.8'] }, 'danger'])
  })
})
