import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bylaw, inFolder, type Outcome } from './harness.ts'

const when = { GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z', GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z' }

function git(cwd: string, ...words: readonly string[]): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main']
  return execFileSync('git', [...who, ...words], { cwd, encoding: 'utf8', env: { ...process.env, ...when } })
}

/** A repository whose first commit is the policy of `init`; its quarter pays 68,560.01 in all. */
async function repository<T>(work: (folder: string) => Promise<T>): Promise<T> {
  return inFolder(async (cwd) => {
    await bylaw(['init'], { cwd })
    git(cwd, 'init', '-q')
    git(cwd, 'add', '-A')
    git(cwd, 'commit', '-qm', 'first')
    return work(cwd)
  })
}

function edit(cwd: string, change: (text: string) => string, file = 'policy.bylaw'): void {
  const path = join(cwd, file)
  const text = readFileSync(path, 'utf8')
  const changed = change(text)
  expect(changed).not.toBe(text)
  writeFileSync(path, changed)
}

const period = ['--period', '2026-Q3'] as const
const impact = (cwd: string, ...words: readonly string[]): Promise<Outcome> =>
  bylaw(['impact', ...words, ...period], { cwd })

/** The second tier pays 2.5%: R-01 earns 143,000.50 in it, R-02 310,000, R-04 200,000, R-05 360,000. */
const raise = (text: string): string => text.replace('| 80%  | 2%   |', '| 80%  | 2.5% |')
/** R-03, at 52.5% of the quota, misses the gate and loses 2,100. */
const higherGate = (text: string): string => text.replace('attainment >= 40%', 'attainment >= 55%')

describe('versions of a git history', { timeout: 90_000 }, () => {
  test('a revision is compared with the policy as it lies in the folder, committed or not', async () => {
    await repository(async (cwd) => {
      edit(cwd, raise)
      const { code, out } = await impact(cwd, 'HEAD')
      expect(code).toBe(0)
      expect(out).toContain('HEAD → this folder')
      expect(out).toContain(
        'Total 68,560.01 → 73,625.01 · +5,065.00 CNY (+7.4%) · 4 up by 5,065.00, 0 down by 0.00',
      )
      expect(out).toContain('Commission on orders: rate of tier 2: 2% → 2.5%')
      git(cwd, 'commit', '-qam', 'raise')
      expect((await impact(cwd, 'HEAD')).out).toContain('This changes nothing')
      expect((await impact(cwd, 'HEAD~1')).out).toContain('+5,065.00 CNY')
    })
  })

  test('two revisions, a range and the place where a branch parted are compared', async () => {
    await repository(async (cwd) => {
      git(cwd, 'checkout', '-qb', 'topic')
      edit(cwd, raise)
      git(cwd, 'commit', '-qam', 'raise')
      git(cwd, 'checkout', '-q', 'main')
      edit(cwd, higherGate)
      git(cwd, 'commit', '-qam', 'gate')
      const two = await impact(cwd, 'main', 'topic')
      expect(two.out).toContain('+7,165.00 CNY')
      expect((await impact(cwd, 'main..topic')).out).toBe(two.out)
      // Since the two parted, only the rate was changed on the topic.
      expect((await impact(cwd, 'main...topic')).out).toContain('+5,065.00 CNY')
    })
  })

  test('a policy in a folder of the repository is named, and nothing outside it is read', async () => {
    await inFolder(async (cwd) => {
      await bylaw(['init', 'sales'], { cwd })
      await bylaw(['init', 'other'], { cwd })
      git(cwd, 'init', '-q')
      git(cwd, 'add', '-A')
      git(cwd, 'commit', '-qm', 'first')
      edit(cwd, raise, 'sales/policy.bylaw')
      edit(cwd, higherGate, 'other/policy.bylaw')
      const { out } = await impact(cwd, 'HEAD', '--policy', 'sales')
      expect(out).toContain('+5,065.00 CNY')
      expect(out).not.toContain('gate attainment')
      const inside = await bylaw(['impact', 'HEAD', ...period], { cwd: join(cwd, 'sales') })
      expect(inside.out).toContain('+5,065.00 CNY')
    })
  })

  test('a table beside the policy is read as the revision has it', async () => {
    await repository(async (cwd) => {
      const table = (rate: string) => `from,rate\n0%,1%\n80%,${rate}\n120%,3%\n`
      const inFile = (text: string) =>
        text.replace(/by attainment \{[^}]*\}/u, 'by attainment from "rates.csv"')
      edit(cwd, inFile)
      writeFileSync(join(cwd, 'rates.csv'), table('2%'))
      git(cwd, 'add', '-A')
      git(cwd, 'commit', '-qm', 'file')
      expect((await impact(cwd, 'HEAD~1')).out).toContain('The two versions mean the same')
      writeFileSync(join(cwd, 'rates.csv'), table('2.5%'))
      const { out } = await impact(cwd, 'HEAD')
      expect(out).toContain('+5,065.00 CNY')
      expect(out).toContain('rates.csv:3')
    })
  })

  test('bylaw.yaml is read as the revision has it, and what it changes is told as no edit of the policy', async () => {
    await repository(async (cwd) => {
      writeFileSync(
        join(cwd, 'data', 'orders-2.csv'),
        readFileSync(join(cwd, 'data', 'orders.csv'), 'utf8').replace('1250000.00', '1150000.00'),
      )
      edit(cwd, (text) => text.replace('orders.csv', 'orders-2.csv'), 'bylaw.yaml')
      const { out } = await impact(cwd, 'HEAD')
      // 100,000 less of R-05's orders, all of it in the tier of 3%.
      expect(out).toContain('−3,000.00 CNY')
      expect(out).toContain('how bylaw.yaml reads the data')
    })
  })
})

describe('what cannot be compared', { timeout: 90_000 }, () => {
  test('a folder without a repository, an unknown revision and no revision at all are each told with what to do', async () => {
    await inFolder(async (cwd) => {
      await bylaw(['init'], { cwd })
      const outside = await impact(cwd, 'HEAD~1')
      expect([outside.code, outside.out]).toEqual([2, ''])
      expect(outside.err).toContain('BY980')
    })
    await repository(async (cwd) => {
      expect((await impact(cwd, 'HEAD~1')).err).toContain('BY981')
      expect((await impact(cwd, 'no-such-branch')).err).toContain('BY981')
      expect((await impact(cwd)).err).toContain('BY987')
      expect((await bylaw(['impact', 'HEAD'], { cwd })).err).toContain('BY904')
    })
  })

  test('a word that begins with a dash never reaches git as an option', async () => {
    await repository(async (cwd) => {
      const { code, err } = await bylaw(['impact', '--', '--output=stolen', ...period], { cwd })
      expect(code).toBe(2)
      expect(err).not.toContain('BY999')
      expect(git(cwd, 'status', '--porcelain')).toBe('')
    })
  })

  test('a revision that had no policy yet is told as such', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'note.txt'), 'nothing yet')
      git(cwd, 'init', '-q')
      git(cwd, 'add', '-A')
      git(cwd, 'commit', '-qm', 'empty')
      await bylaw(['init'], { cwd })
      expect((await impact(cwd, 'HEAD')).err).toContain('BY983')
    })
  })

  test('a version with errors is told with its findings, and exit code 1', async () => {
    await repository(async (cwd) => {
      edit(cwd, (text) => text.replace('by attainment', 'by attainmnt'))
      git(cwd, 'commit', '-qam', 'broken')
      edit(cwd, (text) => text.replace('by attainmnt', 'by attainment'))
      const { code, err } = await impact(cwd, 'HEAD')
      expect(code).toBe(1)
      expect(err).toContain('HEAD:policy.bylaw')
      expect(err).toContain('attainmnt')
    })
  })
})

describe('what a change does', { timeout: 90_000 }, () => {
  test('layout, comments, spelling, brackets and the language of keywords change nothing, and that is said plainly', async () => {
    await repository(async (cwd) => {
      await bylaw(['fmt', '--language', 'zh-Hans'], { cwd })
      edit(cwd, (text) => text.replace('5_0000', '50000').replace(/^/u, '# 说明\n\n'))
      const { code, out } = await impact(cwd, 'HEAD', '--language', 'en', '--fail-on', 'change')
      expect(code).toBe(0)
      expect(out).toContain('This changes nothing: every result is the same.')
      expect(out).toContain('Compared: 24 lines, 6 people, 68,560.01 CNY.')
    })
  })

  test('each edit is counted on top of those above it, and each person is told which edit does what', async () => {
    await repository(async (cwd) => {
      edit(cwd, (text) => higherGate(raise(text)))
      const { out } = await impact(cwd, 'HEAD', '--format', 'json', '--names')
      const report = JSON.parse(out)
      expect(report.steps.map((step: { changes: unknown }) => step.changes)).toEqual([
        [{ currency: 'CNY', change: '-2100.00' }],
        [{ currency: 'CNY', change: '5065.00' }],
      ])
      const people = report.people.map(
        (one: { person: { key: string }; change: string; steps: string[] }) => [
          one.person.key,
          one.change,
          one.steps,
        ],
      )
      expect(people).toEqual([
        ['R-03', '-2100.00', ['-2100.00', '0']],
        ['R-05', '1800.00', ['0', '1800.00']],
        ['R-02', '1550.00', ['0', '1550.00']],
        ['R-04', '1000.00', ['0', '1000.00']],
        ['R-01', '715.00', ['0', '715.00']],
      ])
    })
  })

  test('people are put together by a field of theirs, which is named where the report chose it', async () => {
    await repository(async (cwd) => {
      edit(cwd, raise)
      const { out } = await impact(cwd, 'HEAD')
      expect(out).toContain('“role” was chosen')
      // R-01 715.00 and R-04 1,000.00; R-02 1,550.00 and R-05 1,800.00.
      expect(out).toMatch(/^rep .*\+1,715\.00/mu)
      expect(out).toMatch(/^senior .*\+3,350\.00/mu)
      // A field that the policy itself does not need is read for it, and the rows that it refers to are too.
      edit(cwd, (text) =>
        text
          .replace('record Rep', 'record Team { id text key; city text }\n\nrecord Rep')
          .replace('  role one of rep, senior\n', '  role one of rep, senior\n  team Team optional\n'),
      )
      edit(
        cwd,
        (text) =>
          text
            .replace(/$/mu, ',team')
            .replace(/^(R-0[12],.*)$/gmu, '$1,T1')
            .replace(/^(R-0[3-6],.*)$/gmu, '$1,T2'),
        'data/reps.csv',
      )
      writeFileSync(join(cwd, 'data', 'teams.csv'), 'id,city\nT1,Suzhou\nT2,Wuxi\n')
      expect((await impact(cwd, 'HEAD', '.', '--by', 'team')).out).toMatch(/^T1 .*\+2,265\.00/mu)
      expect((await impact(cwd, 'HEAD', '.', '--by', 'team.city')).out).toMatch(/^Wuxi .*\+2,800\.00/mu)
    })
  })

  test('a clause that is renamed everywhere is told as renamed, and nobody’s pay changes', async () => {
    await repository(async (cwd) => {
      edit(cwd, (text) => text.replaceAll('order_commission', 'commission_on_orders'))
      const { out } = await impact(cwd, 'HEAD')
      expect(out).toContain('renamed to commission_on_orders')
      expect(out).toContain('Nobody’s pay changes.')
    })
  })

  test('lines that come to be held are told with their reasons, and those that are decided now', async () => {
    await repository(async (cwd) => {
      edit(cwd, (text) => text.replace('only(Quota.amount)', 'only(Quota.amount) if missing 90_000 CNY'))
      const mended = await impact(cwd, 'HEAD')
      expect(mended.out).toContain('No longer held')
      expect(mended.out).toContain('He Rui (R-06)')
      git(cwd, 'commit', '-qam', 'mended')
      const held = await impact(cwd, 'HEAD', 'HEAD~1', '--fail-on', 'held')
      expect(held.code).toBe(1)
      expect(held.out).toContain('Newly held')
      expect(held.out).toContain('there is no Quota')
    })
  })

  test('somebody who misses a gate now is told as crossing it', async () => {
    await repository(async (cwd) => {
      edit(cwd, higherGate)
      const { code, out } = await impact(cwd, 'HEAD', '--fail-on', 'cliff')
      expect(code).toBe(1)
      expect(out).toMatch(/Zhao Qi \(R-03\) · 2026-Q3 +Commission on orders +misses the gate now/u)
    })
  })
})

describe('gates', { timeout: 90_000 }, () => {
  test('the total may rise by the budget and not by a cent more, in amounts or percent', async () => {
    await repository(async (cwd) => {
      edit(cwd, raise)
      expect((await impact(cwd, 'HEAD', '--budget', '5065')).code).toBe(0)
      const over = await impact(cwd, 'HEAD', '--budget', '5,064.99')
      expect(over.code).toBe(1)
      expect(over.out).toContain('the total rises by +5,065.00 CNY, 0.01 CNY more than 5,064.99 CNY')
      // 5,065 of 68,560.01 are 7.38…%.
      expect((await impact(cwd, 'HEAD', '--budget', '7.39%')).code).toBe(0)
      expect((await impact(cwd, 'HEAD', '--budget', '7.38%')).code).toBe(1)
    })
  })

  test('nobody may lose more than the limit', async () => {
    await repository(async (cwd) => {
      edit(cwd, higherGate)
      expect((await impact(cwd, 'HEAD', '--max-loss-per-person', '2100.00')).code).toBe(0)
      const over = await impact(cwd, 'HEAD', '--max-loss-per-person', '2099.99')
      expect(over.code).toBe(1)
      expect(over.out).toContain('Zhao Qi (R-03), −2,100.00')
    })
  })

  test('amounts that are none, gates and forms that there are not, and unknown fields are refused', async () => {
    await repository(async (cwd) => {
      for (const text of ['5 thousand', '-5', '1.000,50', '12,34', '5e3', '50 %%'])
        expect((await impact(cwd, 'HEAD', `--budget=${text}`)).err, text).toMatch(/BY984|BY903/u)
      expect((await impact(cwd, 'HEAD', '--fail-on', 'everything')).err).toContain('BY989')
      expect((await impact(cwd, 'HEAD', '--format', 'pdf')).err).toContain('BY988')
      const field = await impact(cwd, 'HEAD', '--by', 'shoe_size')
      expect([field.code, field.out]).toEqual([2, ''])
      expect(field.err).toContain('it has: role')
    })
  })
})

describe('forms of the report', { timeout: 90_000 }, () => {
  test('several are written at once, and why a gate failed is printed all the same', async () => {
    await repository(async (cwd) => {
      edit(cwd, raise)
      const { code, out } = await impact(
        cwd,
        'HEAD',
        ...['--budget', '1', '--format', 'markdown=comment.md', '--format', 'json=impact.json'],
      )
      expect(code).toBe(1)
      expect(out).toContain('the total rises by +5,065.00 CNY')
      expect(readFileSync(join(cwd, 'comment.md'), 'utf8').split('\n')[0]).toBe('<!-- bylaw impact -->')
      expect(JSON.parse(readFileSync(join(cwd, 'impact.json'), 'utf8')).version).toBe(1)
    })
  })

  test('Markdown names nobody unless it is asked to', async () => {
    await repository(async (cwd) => {
      edit(cwd, (text) => higherGate(raise(text)))
      for (const form of ['markdown', 'html', 'json']) {
        const { out } = await impact(cwd, 'HEAD', '--format', form)
        for (const name of ['R-01', 'R-03', 'R-05', 'Lin Yue', 'Zhao Qi', 'Wu Dan'])
          expect(out, form).not.toContain(name)
      }
      expect((await impact(cwd, 'HEAD', '--format', 'markdown')).out).toContain('person 3')
      expect((await impact(cwd, 'HEAD', '--format', 'markdown', '--names')).out).toContain('Zhao Qi')
    })
  })
})
