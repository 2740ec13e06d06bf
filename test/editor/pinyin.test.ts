import { describe, expect, test } from 'vitest'
import { initialsOf, isFoundBy } from '../../src/editor/pinyin.ts'

describe('the initials of Chinese', () => {
  // As a dictionary gives the sounds: kè hù děng jí, yè wù yuán, and so on.
  test.each([
    ['客户等级', 'khdj'],
    ['业务员', 'ywy'],
    ['回款金额', 'hkje'],
    ['毛利', 'ml'],
    ['销售提成', 'xstc'],
    ['審批權限', 'spqx'],
    ['負責人', 'fzr'],
    ['区域', 'qy'],
    ['女装', 'nz'],
    ['二季度', 'ejd'],
    ['安装费', 'azf'],
    ['让利', 'rl'],
    ['欧元', 'oy'],
    ['我方', 'wf'],
    ['牌价', 'pj'],
    ['出库', 'ck'],
    ['产品A', 'cpa'],
    ['签约日', 'qyr'],
    ['融资收入', 'rzsr'],
    ['仨人', 'sr'],
    ['软件任务', 'rjrw'],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  test('find a name from any of its characters on, and by either sound of one that has two', () => {
    expect(isFoundBy('季度完成率', 'wcl')).toBe(true)
    expect(isFoundBy('重点客户', 'zd')).toBe(true)
    expect(isFoundBy('增长', 'zz')).toBe(true)
    expect(isFoundBy('长期', 'cq')).toBe(true)
    expect(isFoundBy('季度完成率', 'wcr')).toBe(false)
  })

  test('a name without Chinese is found by its letters, whatever their case', () => {
    expect(isFoundBy('Amount', 'am')).toBe(true)
    expect(isFoundBy('Amount', 'nt')).toBe(true)
    expect(isFoundBy('Amount', 'x')).toBe(false)
  })
})
