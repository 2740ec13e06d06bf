/** One figure of a published example: what to ask of which policy of this folder, and the result that was published. */
export type Figure = {
  /** The example's id in the collection; `part` names the figure when an example has several. */
  readonly id: string
  readonly part: string
  readonly folder: string
  /** A clause or a value, with the row or person and the period that it is asked for. */
  readonly of: string
  readonly subject: string
  /** Empty for a clause for each row. */
  readonly period: string
  readonly published: string
  /** Of a time: the moment as results write it. The published text may leave the week or the seconds out. */
  readonly moment?: string
  readonly source: string
}

const oracle = 'https://docs.oracle.com/en/cloud/saas/sales/facmi/'
const stepRates = `${oracle}examples-of-calculating-earnings-using-step-rates.html`
const split = `${oracle}options-for-splitting-attainment-numbers-across-rate-tiers.html`
const interpolatedRates =
  'https://docs.oracle.com/cd/G11809_01/trans/F77870-03/examples-of-calculating-earnings-using-interpolated-rates.html'
const nycteam = 'https://github.com/NYCTEAM/REF test-tiered-commission.js'
const calculatorHub = 'https://www.biggestcalculatorhub.com/business/commission'
const plan = 'a public test plan'
const prowi = 'https://prowi.io/en/glossary/ramp-period'

const studypool = 'https://www.studypool.com/discuss/183314/plzz-help-me-with-this-one'
const siebel = 'https://docs.oracle.com/cd/E05553_01/books/InCompAdm/InCompAdmPlanDesign8.html'

const erpnext = 'https://github.com/frappe/erpnext erpnext/support/doctype/issue/test_issue.py'
const helpdesk = 'https://github.com/frappe/helpdesk helpdesk/helpdesk/doctype/hd_ticket/test_hd_ticket.py'

const q1 = '2026-Q1'

/** `[id part, clause, subject, period, result]` */
type Entry = readonly [
  id: string,
  of: string,
  subject: string,
  period: string,
  result: string,
  moment?: string,
]

function published(folder: string, source: string, entries: readonly Entry[]): readonly Figure[] {
  return entries.map(([name, of, subject, period, result, moment]) => {
    const [id = '', part = ''] = name.split(' ')
    return { id, part, folder, of, subject, period, published: result, source, ...(moment && { moment }) }
  })
}

/** The published results, in the order of the kinds. Where a source prints several results, each is one figure. */
export const figures: readonly Figure[] = [
  ...published('oracle-step', stepRates, [
    ['oracle-step-T2', 'earnings', 'T2', '', '3'],
    ['oracle-step-T4', 'earnings', 'T4', '', '14'],
    ['oracle-step-T5', 'earnings', 'T5', '', '30'],
  ]),
  ...published('oracle-interpolated', interpolatedRates, [
    ['oracle-interp-T1', 'earnings', 'T1', '', '2'],
    ['oracle-interp-T3', 'earnings', 'T3', '', '20'],
    ['oracle-interp-T4', 'earnings', 'T4', '', '14'],
  ]),
  ...published('oracle-flat', split, [
    ['oracle-flat-rate-60000', 'rate_attained', 'R1', q1, '0.03'],
    ['oracle-flat-60000', 'earnings', 'R1', q1, '1800'],
  ]),
  ...published('nycteam', nycteam, [
    ['nycteam-15000', '佣金', 'A', '2026-01', '2400'],
    ['nycteam-7000', '佣金', 'B', '2026-01', '950'],
    ['nycteam-1000', '佣金', 'C', '2026-01', '100'],
  ]),
  ...published('biggest-calculator-hub', calculatorHub, [
    ['bch-750k', 'commission_pay', 'Ann', '2026-01', '34500'],
    ['bch-650k', 'commission_pay', 'Ben', '2026-01', '27500'],
  ]),
  ...published('salestool', 'https://huggingface.co/salestool/TieredCommissionCalculator', [
    ['salestool-30k', 'commission_pay', 'Ann', '2026-01', '2050'],
  ]),
  ...published('mytime', 'https://help.mytime.com/hc/en-us/articles/360046956372', [
    ['mytime-400', 'commission_pay', 'Ann', '2026-01', '100'],
  ]),
  ...published('gumroad', 'https://github.com/antiwork/gumroad/pull/4283', [
    ['gumroad-900-200', 'fee', 'G1', '', '21'],
  ]),
  ...published('pastebin-affiliate', 'https://pastebin.com/F832AA6M', [
    ['pastebin-aff-25', 'affiliate', 'A1', '', '2.5'],
  ]),
  ...published('plan-4-services', plan, [
    ['plan-4.3 gross', 'services', 'C1', '', '3000'],
    ['plan-4.3 booking', 'monthly_pay', 'R1', '2026-01', '0'],
    ['plan-4.3 collection', 'monthly_pay', 'R1', '2026-03', '3000'],
  ]),
  ...published(
    'revops-accelerator',
    'https://revopsmasters.com/category/sales-compensation/accelerators-and-decelerators',
    [['revops-130', 'variable_pay', 'R1', '2026', '145000']],
  ),
  ...published('plan-3-software', plan, [
    ['plan-3.1-software', 'software', 'R1', q1, '25560'],
    ['plan-3.1-total', 'quarter_pay', 'R1', q1, '38280'],
  ]),
  ...published('plan-1-vp', plan, [
    ['plan-1.2-vp', 'vp_bonus', 'R1', q1, '22800'],
    ['plan-1.4-total', 'components', 'R1', q1, '15040'],
    ['plan-1.5', 'closing_arr', 'R1', q1, '0'],
  ]),
  ...published(
    'hr-pool',
    'https://github.com/liuzhiqiang77-cell/hr-assistant skills/manager-compensation-design/references/bonus-calculation-examples.md',
    [['hr-1', '年度奖金', 'M1', '2026', '26520']],
  ),
  ...published('plan-2-vp', plan, [['plan-2.1', 'vp_bonus', 'R1', q1, '12000']]),
  ...published('stepped-retroactive', 'GitHub code search', [
    ['stepped-retro-110', 'bonus_pay', 'R1', q1, '77000'],
  ]),
  ...published('overage', plan, [
    ['overage-80', 'quarter_pay', 'A', q1, '48000'],
    ['overage-100', 'quarter_pay', 'B', q1, '50000'],
    ['overage-118', 'overage_pay', 'C', q1, '22398.6'],
    ['overage-140', 'quarter_pay', 'D', q1, '90000'],
  ]),
  ...published('bonus-curve', 'https://bonuspaycalc.com/guides/bonus-payout-curve-explained.html', [
    ['bonuspay-120', 'curve_bonus', 'R1', '2026', '14000'],
  ]),
  ...published('taodocs', 'https://m.taodocs.com/p-313471.html', [
    ['taodocs-80', '绩效', 'E1', '2026-01', '16'],
  ]),
  ...published('wukong-dso', 'https://wukong.top/doc/175108.html', [
    ['wukong-dso-early', '回款', 'R1', q1, '33'],
  ]),
  ...published('shangdiguo-matrix', 'http://m.shangdiguo.com/blog.asp?wenzhangid=40569', [
    ['sgd-matrix-94-90', '系数', 'R1', '2026-01', '1.3'],
  ]),
  ...published('plan-4-licence', plan, [['plan-4.1', 'licence', 'D1', '', '3000']]),
  ...published('plan-6-spiff', plan, [['plan-6.2', 'spiff', 'D1', '', '0']]),
  ...published('quotewerks-margin', 'http://www.quotewerks.com/helpfile/salestab.htm', [
    ['quotewerks-s4-22', 'margin_pay', 'S4', '', '17.6'],
  ]),
  ...published('adempiere-credit-note', 'https://github.com/adempiere/adempiere/issues/1628', [
    ['adempiere-credit', 'invoice_pay', 'R1', '2026-01', '32'],
  ]),
  ...published('prowi-ramp', prowi, [
    ['prowi-ramp-m2', 'quota', 'R1', '2026-02', '12500'],
    ['prowi-ramp-m3', 'quota', 'R1', '2026-03', '25000'],
  ]),
  ...published('sparrow-ramp', 'https://www.sparrowgenie.com/sales-commission-models/ramp-commission-model', [
    ['sparrow-ramp-m2', 'ramped', 'R1', '2026-02', '4000'],
  ]),
  ...published('plan-7-true-up', plan, [['plan-7.1-nov', 'true_up', 'R1', '2026-11', '2800']]),
  ...published('studypool-draw', studypool, [
    ['studypool-w1 paid', 'paid', 'R1', '2026-W1', '1000'],
    ['studypool-w1 balance', 'balance', 'R1', '2026-W1', '600'],
    ['studypool-w2 paid', 'paid', 'R1', '2026-W2', '1000'],
    ['studypool-w2 balance', 'balance', 'R1', '2026-W2', '1000'],
    ['studypool-w5 paid', 'paid', 'R1', '2026-W5', '1100'],
    ['studypool-w5 balance', 'balance', 'R1', '2026-W5', '0'],
  ]),
  ...published('xactly-draw', 'https://www.xactlycorp.com/blog/non-recoverable-draw/', [
    ['xactly-rec-sep paid', 'paid', 'R1', '2026-09', '2000'],
    ['xactly-rec-sep balance', 'balance', 'R1', '2026-09', '0'],
  ]),
  ...published('siebel-draw', siebel, [
    ['siebel-draw-m1 net', 'net', 'R1', '2026-01', '2750'],
    ['siebel-draw-m1 owed', 'owed', 'R1', '2026-01', '0'],
  ]),
  ...published('oracle-draw', `${oracle}example-of-incentive-compensation-draw-and-recovery.html`, [
    ['oracle-draw-p2 draw', 'draw', 'R1', '2026-02', '300'],
    ['oracle-draw-p2 paid', 'paid', 'R1', '2026-02', '1000'],
    ['oracle-draw-p2 balance', 'balance', 'R1', '2026-02', '800'],
  ]),
  ...published('visdum-draw', 'https://visdum.com/blog/recoverable-and-non-recoverable-draw', [
    ['visdum-draw', 'settlement', 'R1', '2026-01', '2000'],
  ]),
  ...published('plan-1-split', plan, [
    ['plan-1.2-split booking', 'paid', 'R1', '2026-01', '13680'],
    ['plan-1.2-split collection', 'paid', 'R1', '2026-04', '9120'],
  ]),
  ...published('plan-2-split', plan, [
    ['plan-2.1-split booking', 'paid', 'R1', '2026-01', '9000'],
    ['plan-2.1-split yearEnd', 'paid', 'R1', '2026-12', '3000'],
  ]),
  ...published('core8-clawback', 'https://docs.core8.co/commission-plan-patterns/clawbacks-and-early-exit', [
    ['core8-50', 'paid', 'R1', '2026-05', '-5000'],
  ]),
  ...published('insureleads-lapse', 'https://www.getinsureleads.com/glossary/chargeback', [
    ['insureleads-lapse4', 'unearned', 'L1', '', '340'],
  ]),
  ...published('plan-9-fx', plan, [['plan-9.2', 'pay', 'D1', '', '253500']]),
  ...published('erpnext-split', 'https://github.com/frappe/erpnext', [
    ['erpnext-split A', 'paid', 'A', '2026-01', '30'],
    ['erpnext-split B', 'paid', 'B', '2026-01', '12'],
  ]),
  ...published('gitlab-hire', 'https://github.com/secretstartups/handbook sales/commissions/index.html.md', [
    ['gitlab-hire-0422', 'quota_begins', 'H', '', '2021-05'],
  ]),
  ...published('cn-deduct', 'http://m.sinada.com.cn/wenda/detail/nofollow/xt/10159369', [
    ['cn-deduct-2500', '损失扣款', 'E1', '2026-01', '500'],
  ]),
  ...published(
    'miaow',
    'https://koraycosguner.github.io/miaow-consulting/sales-sheets/discount-authority.html',
    [
      ['miaow-L-8', 'discount_authority.level', 'L8', '', 'Manager'],
      ['miaow-L-15', 'discount_authority.level', 'L15', '', 'Manager'],
      ['miaow-L-35', 'discount_authority.level', 'L35', '', 'VP'],
      ['miaow-M-15', 'discount_authority.level', 'M15', '', 'Manager'],
      ['miaow-S-25', 'discount_authority.level', 'S25', '', 'Manager'],
    ],
  ),
  ...published('pulse', 'https://pulserevops.com/knowledge/mojrqnvkwktgvb', [
    ['pulse-35', 'discount_authority.level', 'D1', '', 'VP'],
  ]),
  ...published('cbtb', 'https://catchbeforetheybounce.com/tools/deal-desk-approval-matrix', [
    ['cbtb-22 discount', 'discount', 'D1', '', '11000'],
    ['cbtb-22 pct', 'pct', 'D1', '', '22'],
    ['cbtb-22 approver', 'discount_authority.level', 'D1', '', 'Director'],
  ]),
  ...published('erpnext-sla', erpnext, [
    ['erpnext-sla-cust response', 'due.response', 'C', '', '2019-03-04 14:00', '2019-03-04T14:00:00+08:00'],
    [
      'erpnext-sla-cust resolution',
      'due.resolution',
      'C',
      '',
      '2019-03-04 15:00',
      '2019-03-04T15:00:00+08:00',
    ],
    [
      'erpnext-sla-default response',
      'due.response',
      'D',
      '',
      '2019-03-04 16:00',
      '2019-03-04T16:00:00+08:00',
    ],
    [
      'erpnext-sla-default resolution',
      'due.resolution',
      'D',
      '',
      '2019-03-04 18:00',
      '2019-03-04T18:00:00+08:00',
    ],
  ]),
  ...published('erpnext-first-response', erpnext, [
    ['erpnext-frt-26', 'first_response.seconds', '26', '', '57600'],
    ['erpnext-frt-6', 'first_response.seconds', '6', '', '28800'],
    ['erpnext-frt-18', 'first_response.seconds', '18', '', '86400'],
    ['erpnext-frt-19', 'first_response.seconds', '19', '', '90000'],
    ['erpnext-frt-25', 'first_response.seconds', '25', '', '21600'],
    ['erpnext-frt-5', 'first_response.seconds', '5', '', '1'],
    ['erpnext-frt-27', 'first_response.seconds', '27', '', '61200'],
    ['erpnext-frt-8', 'first_response.seconds', '8', '', '57600'],
    ['erpnext-frt-23', 'first_response.seconds', '23', '', '82800'],
    ['erpnext-frt-10', 'first_response.seconds', '10', '', '21600'],
    ['erpnext-frt-22', 'first_response.seconds', '22', '', '79200'],
  ]),
  ...published('helpdesk', helpdesk, [
    ['helpdesk-fri19 response', 'due.response', 'A', '', '+7d 11:00', '2026-06-08T11:00:00+08:00'],
    ['helpdesk-fri19 resolution', 'due.resolution', 'A', '', '+7d 14:00', '2026-06-08T14:00:00+08:00'],
    ['helpdesk-resolution-holiday', 'resolution.seconds', 'B', '', '3000'],
  ]),
  ...published('clock-hours', 'https://www.eesel.ai/blog/zendesk-sla-calendar-business-hours', [
    ['eesel-fri17-cal', 'due.at', 'T', '', 'Sat 01:00', '2026-06-06T01:00:00+08:00'],
  ]),
  ...published('nine-to-five', 'https://github.com/riteshbonthalakoti/HELPDESK.AI/pull/3935', [
    ['smoke-fri16-8h', 'within_eight.at', 'T', '', 'Mon 16:00', '2026-06-08T16:00:00+08:00'],
  ]),
  ...published('nine-to-five', 'https://airclou.com/docs/helpdesk/admin/business-hours', [
    ['airclou-fri16', 'within_four.at', 'T', '', 'Mon 12:00', '2026-06-08T12:00:00+08:00'],
  ]),
  ...published('workday-calculator', 'https://github.com/kwkgaya/workday-calculator README.md', [
    ['workday-5.5', 'back.at', 'A', '', '2004-05-14 12:00', '2004-05-14T12:00:00+08:00'],
    ['workday8.27', 'on.at', 'B', '', '2004-06-04 10:12', '2004-06-04T10:12:46+08:00'],
  ]),
  ...published('cn-sla', 'derived from the holiday notice of the State Council for 2026', [
    ['cn-sla-0919', '三小时.到期', 'A', '', '2026-09-20 12:00', '2026-09-20T12:00:00+08:00'],
    ['cn-sla-0213', '两小时.到期', 'B', '', '2026-02-14 10:00', '2026-02-14T10:00:00+08:00'],
  ]),
]
