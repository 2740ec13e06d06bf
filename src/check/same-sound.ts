/**
 * Characters of the names of roles, each with those that sound alike and are typed in its place: 经里 is 经理. Only such a
 * slip is sure of a Chinese word, in which any other character makes another role (经理, 总经理, 助理).
 */
const alike: readonly string[] = [
  '理里礼李裡禮哩',
  '经径京精惊經徑驚',
  '总种宗综棕總種綜',
  '监鉴坚尖監鑑鑒堅',
  '管馆館',
  '务物误雾務誤霧',
  '财才材裁財',
  '售受授獸',
  '销消硝銷',
  '代带戴帶',
  '长常張张長',
  '部步布佈',
  '员元原圆園員圓',
  '责则择責則擇',
  '负付附負',
  '审深審',
  '督都笃',
  '助住注筑',
  '专砖專磚',
  '客克刻',
  '户护互戶護',
  '区曲屈區',
  '店垫墊',
  '组祖阻組',
  '采彩採',
  '购够購夠',
  '董懂',
  '秘密',
]

const groupsOf = new Map<string, Set<number>>()
for (const [group, characters] of alike.entries())
  for (const one of characters) groupsOf.set(one, (groupsOf.get(one) ?? new Set()).add(group))

function soundAlike(a: string, b: string): boolean {
  const groups = groupsOf.get(a)
  return [...(groupsOf.get(b) ?? [])].some((group) => groups?.has(group))
}

/** Whether a Chinese word is surely another: one character that sounds alike, two that changed places, one that stands twice. */
export function isChineseSlip(word: string, near: string): boolean {
  const [written, meant] = [[...word], [...near]]
  if (meant.length < 2 || word === near) return false
  const first = written.findIndex((one, i) => one !== meant[i])
  const at = first < 0 ? meant.length : first
  const [one = '', next = ''] = written.slice(at)
  if (written.length === meant.length + 1)
    return written[at - 1] === one && written.slice(at + 1).join('') === meant.slice(at).join('')
  if (written.length !== meant.length) return false
  const rest = (from: number) => written.slice(from).join('') === meant.slice(from).join('')
  if (soundAlike(one, meant[at] ?? '') && rest(at + 1)) return true
  return one === meant[at + 1] && next === meant[at] && rest(at + 2)
}
