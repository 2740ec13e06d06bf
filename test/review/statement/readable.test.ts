import { expect, test } from 'vitest'
import { readableResult, readableWord } from '../../../src/check/readable-results.ts'

test('the words of the language itself are told in the reader’s language, whatever the policy is written in', () => {
  expect(readableResult('authority', 'split', 'zh-Hans')).toBe('拆单')
  expect(readableResult('sla', 'due', 'zh-Hant')).toBe('截止')
  expect(readableWord('authority', 'verdict', 'approval', 'zh-Hans')).toBe('审批')
  expect(readableWord('authority', 'how', '会签', 'en')).toBe('all')
  expect(readableWord('authority', 'with', 'nobody', 'zh-Hant')).toBe('無')
  expect(readableWord('sla', 'state', '已超时', 'en')).toBe('breached')
})

test('what an author named stays as it is', () => {
  expect(readableResult('decision', 'late', 'zh-Hans')).toBe('late')
  expect(readableResult('authority', 'finance', 'zh-Hans')).toBe('finance')
  expect(readableWord('decision', 'verdict', 'approval', 'zh-Hans')).toBe('approval')
  expect(readableWord('authority', 'level', 'all', 'zh-Hans')).toBe('all')
})
