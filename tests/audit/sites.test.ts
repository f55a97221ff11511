import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { findBrowser } from '../../scripts/browser.ts'
import { siteRules } from '../../src/audit/across/site-rules.ts'
import { audit } from '../../src/audit/audit.ts'
import { openTargets } from '../../src/audit/targets.ts'

/** A made-up site of four pages, by the names of their files. */
type Site = Record<'index' | 'one' | 'two' | 'three', string>

const links = { index: 'Home', one: 'Made-up one', two: 'Made-up two', three: 'Made-up three' }
const navigation = (
  order = ['index', 'one', 'two', 'three'],
  named: Record<string, string> = links,
) => order.map((name) => `<a href="${name}.html">${named[name] ?? ''}</a>`).join(' ')

function page(title: string, nav = navigation(), footer = '<a href="help.html">Help</a>'): string {
  return `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><header><nav aria-label="Site">${nav}</nav></header><main><h1>${title}</h1></main><footer>${footer}</footer></body></html>`
}

const site: Site = {
  index: page('Made-up home'),
  one: page('Made-up page one'),
  two: page('Made-up page two'),
  three: page('Made-up page three'),
}

/** For each rule, what makes a site fail that passes otherwise. */
const faults: Record<string, Partial<Site>> = {
  'repeated-title': { three: page('Made-up page two') },
  'one-way': {
    index: page('Made-up home', navigation(['index', 'one', 'two', 'three'])),
    one: page('Made-up page one', navigation(['index', 'one', 'two'])),
    two: page('Made-up page two', navigation(['index', 'one', 'two'])),
  },
  'navigation-order': {
    three: page('Made-up page three', navigation(['index', 'two', 'one', 'three'])),
  },
  identification: {
    three: page('Made-up page three', navigation(undefined, { ...links, one: 'Something else' })),
  },
  'help-order': {
    three: page('Made-up page three', `${navigation()} <a href="help.html">Help</a>`, ''),
  },
}

for (const { id } of siteRules) {
  test(`${id} finds what is not alike, and nothing else`, async () => {
    const changed = faults[id]
    assert.ok(changed, `${id} has no failing site`)
    assert.deepEqual(await found(id, site), [])
    assert.notDeepEqual(await found(id, { ...site, ...changed }), [])
  })
}

async function found(only: string, pages: Site): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'made-up-site-'))
  for (const [name, html] of Object.entries(pages))
    writeFileSync(join(folder, `${name}.html`), html)
  const groups = await openTargets([folder])
  try {
    const targets = groups.flatMap((group) => group.targets)
    const audited = await audit(targets, { launch: await findBrowser(), only })
    return audited.flatMap(({ findings }) => findings.map(({ rule }) => rule))
  } finally {
    for (const { close } of groups) close()
    rmSync(folder, { recursive: true })
  }
}
