import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'

const parts = '分解 团队目标 到 团队, 尾数 舍去 到 1元, 余额 归于 最先'

const target = (value: string, line = parts): readonly string[] =>
  compile([
    {
      name: 'p.bylaw',
      text: `制度 示例 {
  语言 zh-Hans
  币种 CNY
  生效 自 2026年1月1日 至 长期
}
记录 团队 { 编号 文本 主键 }
目标 年度目标 {
  总额 3.6亿元 每年
  ${line}
}
${value}
`,
    },
  ]).diagnostics.map(({ code, args }) => `${code} ${args.results ?? ''}`)

test('The whole of a target is read by its Chinese word', () => {
  expect(target('评定 公司 每年 { 结论 金额 = 年度目标.总额 }')).toEqual([])
  expect(target('评定 公司 每年 { 结论 金额 = 年度目标.total }')).toEqual([])
})

test('A target named without a part is answered with parts that can be written', () => {
  expect(target('数值 公司 每年 = 年度目标')).toEqual(['BY205 年度目标.总额, 年度目标.团队目标'])
})

test('A mistake in a target is not said again where its parts are read', () => {
  const read = '评定 d 适用于 团队 每年 { 结论 金额 = 合计(年度目标.团队目标) }'
  expect(target(read)).toEqual([])
  expect(target(read, '分解 团队目标 到 团队, 尾数 四舍五入 到 1元, 余额 归于 最先')).toEqual(['BY682 '])
  expect(target(read, '分解 团队目标 到 团队 按 占比, 尾数 舍去 到 1元, 余额 归于 最先')).toEqual(['BY201 '])
  expect(target('评定 d 适用于 团队 每年 { 结论 金额 = 合计(年度目标.团队) }')).toEqual([
    'BY205 年度目标.总额, 年度目标.团队目标',
  ])
})
