import type { Language } from '../base/language.ts'
import { initCases } from './init-cases.ts'
import { initData } from './init-data.ts'
import { initPolicy } from './init-policy.ts'

/** The files of `bylaw init`, by path, the policy first. */
export function initFiles(language: Language): ReadonlyMap<string, string> {
  const names = fileNames[language]
  const name = language === 'en' ? 1 : 2
  const people = initData.reps.map((row) => [row[0], row[name], roleOf(row[3], language), row[4], ''])
  const yes = (text: string) => (language === 'en' ? text : text === 'yes' ? '是' : '否')
  const orders = initData.orders.map((row) => [...row.slice(0, 4), yes(row[4])])
  return new Map([
    [names.policy, initPolicy[language]],
    [names.policy.replace(/bylaw$/u, 'cases.yaml'), initCases[language]],
    ['bylaw.yaml', settings[language]],
    [`data/${names.people}`, csv(headings[language].people, people)],
    [`data/${names.orders}`, csv(headings[language].orders, orders)],
    [`data/${names.quotas}`, csv(headings[language].quotas, initData.quotas)],
    [`data/${names.reviews}`, csv(headings[language].reviews, initData.reviews)],
  ])
}

function csv(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heading, ...rows].map((row) => `${row.join(',')}\n`).join('')
}

function roleOf(role: 'rep' | 'senior', language: Language): string {
  const senior = { en: 'senior', 'zh-Hans': '高级业务代表', 'zh-Hant': '資深業務代表' }
  const rep = { en: 'rep', 'zh-Hans': '业务代表', 'zh-Hant': '業務代表' }
  return (role === 'senior' ? senior : rep)[language]
}

type FileNames = { readonly [K in 'policy' | 'people' | 'orders' | 'quotas' | 'reviews']: string }

const fileNames: { readonly [L in Language]: FileNames } = {
  en: {
    policy: 'policy.bylaw',
    people: 'reps.csv',
    orders: 'orders.csv',
    quotas: 'quotas.csv',
    reviews: 'reviews.csv',
  },
  'zh-Hans': {
    policy: '制度.bylaw',
    people: '业务员.csv',
    orders: '订单.csv',
    quotas: '目标.csv',
    reviews: '评价.csv',
  },
  'zh-Hant': {
    policy: '制度.bylaw',
    people: '業務員.csv',
    orders: '訂單.csv',
    quotas: '目標.csv',
    reviews: '評價.csv',
  },
}

type Headings = { readonly [K in 'people' | 'orders' | 'quotas' | 'reviews']: readonly string[] }

const headings: { readonly [L in Language]: Headings } = {
  en: {
    people: ['id', 'name', 'role', 'hired', 'left'],
    orders: ['id', 'rep', 'signed', 'order total', 'new_customer'],
    quotas: ['rep', 'period', 'amount'],
    reviews: ['rep', 'period', 'satisfaction', 'training_hours', 'violations'],
  },
  'zh-Hans': {
    people: ['工号', '姓名', '岗位', '入职', '离职'],
    orders: ['编号', '业务员', '签约日', '订单总额', '新客户'],
    quotas: ['业务员', '期间', '金额'],
    reviews: ['业务员', '期间', '满意度', '培训学时', '违规'],
  },
  'zh-Hant': {
    people: ['工號', '姓名', '職級', '到職', '離職'],
    orders: ['編號', '業務員', '簽約日', '訂單總額', '新客戶'],
    quotas: ['業務員', '期間', '金額'],
    reviews: ['業務員', '期間', '滿意度', '培訓時數', '違規'],
  },
}

const settings: { readonly [L in Language]: string } = {
  en: `# Where the data of a record is found when the file or a column has another name than in the policy.
data:
  Order:
    file: orders.csv
    columns:
      amount: order total
`,
  'zh-Hans': `# 文件名或列名与制度中不同时，在这里说明对应关系。
data:
  订单:
    file: 订单.csv
    columns:
      金额: 订单总额
`,
  'zh-Hant': `# 檔名或欄名與制度中不同時，在這裡說明對應關係。
data:
  訂單:
    file: 訂單.csv
    columns:
      金額: 訂單總額
`,
}
