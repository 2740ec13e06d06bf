import type { Entry } from '../entry.ts'
import { withQuotes } from './example.ts'

/** Who may grant what. */
export const authorityMessages = {
  BY570: {
    severity: 'error',
    title: { en: 'Nothing to decide by', 'zh-Hans': '没有审批依据', 'zh-Hant': '沒有審批依據' },
    message: {
      en: 'the authority `{name}` needs its ranks and at least one table or limit',
      'zh-Hans': '审批权限“{name}”须写明职级，并至少有一个对照表或限额',
      'zh-Hant': '審批權限「{name}」須寫明職級，並至少有一個對照表或限額',
    },
    help: {
      en: 'Write `ranks rep, manager`, from the lowest to the highest, and a `table` or a `limit`.',
      'zh-Hans': '请写 `职级 业务员, 经理`（由低到高），并写一个“对照表”或“限额”。',
      'zh-Hant': '請寫 `職級 業務員, 經理`（由低到高），並寫一個「對照表」或「限額」。',
    },
    bad: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
}
`),
    good: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  own up to rep
  limit discount up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 15%        | 30%         |
  }
}
`),
  },
  BY571: {
    severity: 'error',
    title: { en: 'A role that nobody has', 'zh-Hans': '不存在的岗位', 'zh-Hant': '不存在的職位' },
    message: {
      en: '`{name}` is no rank of this authority, and nobody who signs beside them{near}',
      'zh-Hans': '“{name}”既不是本权限的职级，也不是会签人{near}',
      'zh-Hant': '「{name}」既不是本權限的職級，也不是會簽人{near}',
    },
    help: {
      en: 'Add it to `ranks`, or to `countersigners` when it only signs as well.',
      'zh-Hans': '请把它加入“职级”；只会签的，请加入“会签人”。',
      'zh-Hant': '請把它加入「職級」；只會簽的，請加入「會簽人」。',
    },
    bad: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  table unique {
    | discount | => verdict                        |
    | up to 5% | allow                             |
    | over 5%  | approval all of director, finance |
  }
}
`),
    good: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  countersigners finance
  table unique {
    | discount | => verdict                        |
    | up to 5% | allow                             |
    | over 5%  | approval all of director, finance |
  }
}
`),
  },
  BY572: {
    severity: 'error',
    title: { en: 'A rank that nobody can have', 'zh-Hans': '无人可有的职级', 'zh-Hant': '無人可有的職級' },
    message: {
      en: 'nobody can have the rank `{name}`: the data knows {values}',
      'zh-Hans': '无人可有职级“{name}”：数据中只有 {values}',
      'zh-Hant': '無人可有職級「{name}」：資料中只有 {values}',
    },
    help: {
      en: 'Spell the rank as the data does, or add it to the field.',
      'zh-Hans': '请按数据中的写法书写，或在字段中加入该职级。',
      'zh-Hant': '請按資料中的寫法書寫，或在欄位中加入該職級。',
    },
    bad: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, vp by person.role
  asked by person
  superior person.manager
  own up to rep
  limit discount up to, above refuse {
    | => rep | => manager | => vp |
    | 5%     | 15%        | 30%   |
  }
}
`),
    good: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director by person.role
  asked by person
  superior person.manager
  own up to rep
  limit discount up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 15%        | 30%         |
  }
}
`),
  },
  BY573: {
    severity: 'error',
    title: {
      en: 'Less authority for a higher rank',
      'zh-Hans': '职级升高而权限变小',
      'zh-Hant': '職級升高而權限變小',
    },
    message: {
      en: '`{higher}` stands above `{lower}`, and may grant less here',
      'zh-Hans': '“{higher}”高于“{lower}”，此处的权限却更小',
      'zh-Hant': '「{higher}」高於「{lower}」，此處的權限卻更小',
    },
    help: {
      en: 'Write the ranks from the lowest to the highest, each with at least the limit of the one before; `-` is no limit.',
      'zh-Hans': '请由低到高书写职级，后者的限额不小于前者；`-` 表示不限。',
      'zh-Hant': '請由低到高書寫職級，後者的限額不小於前者；`-` 表示不限。',
    },
    bad: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  limit discount up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 15%        | 10%         |
  }
}
`),
    good: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  limit discount up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 15%        | 30%         |
  }
}
`),
  },
  BY574: {
    severity: 'error',
    title: { en: 'Not a rank', 'zh-Hans': '不是职级', 'zh-Hant': '不是職級' },
    message: {
      en: 'a limit has a column `=> rank` for each rank, and `{name}` is none{near}',
      'zh-Hans': '限额的每列须写“=> 职级”，而“{name}”不是职级{near}',
      'zh-Hant': '限額的每欄須寫「=> 職級」，而「{name}」不是職級{near}',
    },
    help: {
      en: 'Columns that choose a row stand before those of the ranks, without `=>`.',
      'zh-Hans': '用于选行的列写在职级各列之前，不带“=>”。',
      'zh-Hant': '用於選列的欄寫在職級各欄之前，不帶「=>」。',
    },
    bad: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  limit discount up to, above refuse {
    | => rep | => manager | => boss |
    | 5%     | 15%        | 30%     |
  }
}
`),
    good: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  limit discount up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 15%        | 30%         |
  }
}
`),
  },
  BY575: {
    severity: 'error',
    title: { en: 'Nobody above the limits', 'zh-Hans': '超出限额无人决定', 'zh-Hant': '超出限額無人決定' },
    message: {
      en: 'what goes beyond the limit of `{rank}` is decided by nobody',
      'zh-Hans': '超出“{rank}”限额的，未写明由谁决定',
      'zh-Hant': '超出「{rank}」限額的，未寫明由誰決定',
    },
    help: {
      en: 'Say who decides above: `above refuse`, `above approval director`, or `-` as the limit of the highest rank.',
      'zh-Hans': '请写明超出时的处理：“超出 拒绝”“超出 审批 总监”，或把最高职级的限额写为 `-`。',
      'zh-Hant': '請寫明超出時的處理：「超出 拒絕」「超出 審批 總監」，或把最高職級的限額寫為 `-`。',
    },
    bad: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  limit discount up to {
    | => rep | => manager | => director |
    | 5%     | 15%        | 30%         |
  }
}
`),
    good: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  limit discount up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 15%        | 30%         |
  }
}
`),
  },
  BY579: {
    severity: 'error',
    title: { en: 'A line that needs another', 'zh-Hans': '缺少所依据的行', 'zh-Hant': '缺少所依據的行' },
    message: {
      en: '`{line}` means nothing here without `{needs}`',
      'zh-Hans': '没有“{needs}”，“{line}”在此没有意义',
      'zh-Hant': '沒有「{needs}」，「{line}」在此沒有意義',
    },
    help: {
      en: "Who asks is named with `asked by`, and everybody's rank with `ranks … by`.",
      'zh-Hans': '用“申请人”写明由谁提出，用“职级 … 按”写明各人的职级。',
      'zh-Hant': '用「申請人」寫明由誰提出，用「職級 … 按」寫明各人的職級。',
    },
    bad: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  superior person.manager
  limit discount up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 15%        | 30%         |
  }
}
`),
    good: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director by person.role
  asked by person
  superior person.manager
  own up to rep
  limit discount up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 15%        | 30%         |
  }
}
`),
  },
  BY580: {
    severity: 'error',
    title: { en: 'Not somebody', 'zh-Hans': '不是人员', 'zh-Hant': '不是人員' },
    message: {
      en: 'who asks must be a row of a record; this is {found}',
      'zh-Hans': '申请人须是某个记录中的一行，这里是{found}',
      'zh-Hant': '申請人須是某個紀錄中的一列，這裡是{found}',
    },
    help: {
      en: 'Name a field that refers to people: `asked by person`.',
      'zh-Hans': '请写一个引用人员的字段，如“申请人 人员”。',
      'zh-Hant': '請寫一個引用人員的欄位，如「申請人 人員」。',
    },
    bad: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director by role
  asked by submitted
  limit discount up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 15%        | 30%         |
  }
}
`),
    good: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director by person.role
  asked by person
  superior person.manager
  own up to rep
  limit discount up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 15%        | 30%         |
  }
}
`),
  },
  BY582: {
    severity: 'error',
    title: { en: 'Not a table of verdicts', 'zh-Hans': '不是结论表', 'zh-Hant': '不是結論表' },
    message: {
      en: 'a table here ends with one column of verdicts, and each row of it, or of a limit, says what it is for',
      'zh-Hans': '此处的对照表以一列结论结尾；每一行（限额的行也是）须写明其条件',
      'zh-Hant': '此處的對照表以一欄結論結尾；每一列（限額的列也是）須寫明其條件',
    },
    help: {
      en: 'Write `table unique` with headings that are expressions and then `=> verdict`; a `limit` has no row `otherwise`.',
      'zh-Hans': '请写“对照表 唯一”，表头先写表达式，最后写“=> 结论”；“限额”不能有“其余”行。',
      'zh-Hant': '請寫「對照表 唯一」，表頭先寫運算式，最後寫「=> 結論」；「限額」不能有「其餘」列。',
    },
    bad: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  table unique {
    | discount  | => verdict       | => other         |
    | up to 15% | approval manager | approval manager |
    | over 15%  | refuse           | refuse           |
  }
}
`),
    good: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  table unique {
    | discount  | => verdict       |
    | up to 15% | approval manager |
    | over 15%  | refuse           |
  }
}
`),
  },
  BY583: {
    severity: 'error',
    title: { en: 'Not a limit', 'zh-Hans': '不是限额', 'zh-Hant': '不是限額' },
    message: {
      en: 'a limit is a number that is known beforehand, or `-` for none',
      'zh-Hans': '限额须是事先确定的数，`-` 表示不限',
      'zh-Hant': '限額須是事先確定的數，`-` 表示不限',
    },
    help: {
      en: 'Write the number, or a `parameter` without dates; what hangs on the row stands in a column that chooses one.',
      'zh-Hans': '请写出数值，或写不随日期变化的“参数”；随行变化的条件，请写在选行的列中。',
      'zh-Hant': '請寫出數值，或寫不隨日期變化的「參數」；隨列變化的條件，請寫在選列的欄中。',
    },
    bad: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  limit amount up to, above refuse {
    | => rep    | => manager | => director |
    | 1_000 CNY | amount     | -           |
  }
}
`),
    good: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  limit amount up to, above refuse {
    | => rep    | => manager | => director |
    | 1_000 CNY | 10_000 CNY | -           |
  }
}
`),
  },
  BY584: {
    severity: 'error',
    title: {
      en: 'A table that never decides',
      'zh-Hans': '从不作出结论的对照表',
      'zh-Hant': '從不作出結論的對照表',
    },
    message: {
      en: 'every row of `{name}` is `not decided`',
      'zh-Hans': '“{name}”的每一行都是“待定”',
      'zh-Hant': '「{name}」的每一列都是「待定」',
    },
    help: {
      en: 'Give at least one row a verdict: `allow`, `approval …` or `refuse`.',
      'zh-Hans': '请至少让一行有结论：“允许”“审批 …”或“拒绝”。',
      'zh-Hant': '請至少讓一列有結論：「允許」「審批 …」或「拒絕」。',
    },
    bad: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  table unique {
    | discount  | => verdict               |
    | up to 15% | not decided "ask"        |
    | over 15%  | not decided "ask louder" |
  }
}
`),
    good: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  table unique {
    | discount  | => verdict        |
    | up to 15% | approval manager  |
    | over 15%  | not decided "ask" |
  }
}
`),
  },
  BY576: {
    severity: 'notice',
    title: {
      en: 'A limit that splitting escapes',
      'zh-Hans': '拆单可规避的限额',
      'zh-Hant': '拆單可規避的限額',
    },
    message: {
      en: 'this limit looks at one row alone: an order split into several stays under it',
      'zh-Hans': '该限额只看单独一笔：把一笔订单拆成几笔即可不超限',
      'zh-Hant': '該限額只看單獨一筆：把一筆訂單拆成幾筆即可不超限',
    },
    help: {
      en: "Limit what the customer's rows come to together, as `sum(Quote.amount in last 30 days within customer)`, with `alone amount` to see which were split.",
      'zh-Hans':
        '请限制同一客户合计，如 `合计(报价单.金额 于最近 30天 同一 客户)`，并写“单笔 金额”以标出被拆分的。',
      'zh-Hant':
        '請限制同一客戶合計，如 `合計(報價單.金額 於最近 30天 同一 客戶)`，並寫「單筆 金額」以標出被拆分的。',
    },
    bad: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  limit amount up to, above refuse {
    | => rep    | => manager  |
    | 1_000 CNY | 10_000 CNY |
  }
}
`),
    good: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  limit together up to, alone amount, above refuse {
    | => rep    | => manager  |
    | 1_000 CNY | 10_000 CNY |
  }
}

value together for each Quote = sum(Quote.amount in last 30 days within person)
`),
  },
  BY577: {
    severity: 'notice',
    title: { en: 'A rank that decides nothing', 'zh-Hans': '无事可决的职级', 'zh-Hant': '無事可決的職級' },
    message: {
      en: 'no table or limit ever asks for `{name}`',
      'zh-Hans': '没有任何对照表或限额会要求“{name}”审批',
      'zh-Hant': '沒有任何對照表或限額會要求「{name}」審批',
    },
    help: {
      en: 'Give it a limit of its own, or leave it out where it has the same authority as the rank below.',
      'zh-Hans': '请为它写出自己的限额；与下一职级权限相同的，可以不列。',
      'zh-Hant': '請為它寫出自己的限額；與下一職級權限相同的，可以不列。',
    },
    bad: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  limit discount up to, above refuse {
    | => rep | => director |
    | 5%     | 30%         |
  }
}
`),
    good: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  limit discount up to, above refuse {
    | => rep | => manager | => director |
    | 5%     | 15%        | 30%         |
  }
}
`),
  },
  BY578: {
    severity: 'warning',
    title: { en: 'More asks for less', 'zh-Hans': '更多反而要求更低', 'zh-Hant': '更多反而要求更低' },
    message: {
      en: 'as `{name}` rises, the rank that is asked for first rises and then falls, or the other way round',
      'zh-Hans': '随着“{name}”增大，所要求的职级先升后降，或先降后升',
      'zh-Hant': '隨著「{name}」增大，所要求的職級先升後降，或先降後升',
    },
    help: {
      en: 'Check the verdict of this row: a larger discount or a smaller margin never needs a lower rank.',
      'zh-Hans': '请检查该行的结论：折扣更大或毛利更低时，所需职级不应更低。',
      'zh-Hant': '請檢查該列的結論：折扣更大或毛利更低時，所需職級不應更低。',
    },
    bad: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  table unique {
    | discount           | => verdict        |
    | up to 5%           | allow             |
    | over 5% up to 10%  | approval director |
    | over 10% up to 20% | approval manager  |
    | over 20%           | refuse            |
  }
}
`),
    good: withQuotes(`authority discount "Discount authority" for each Quote {
  ranks rep, manager, director
  table unique {
    | discount           | => verdict        |
    | up to 5%           | allow             |
    | over 5% up to 10%  | approval manager  |
    | over 10% up to 20% | approval director |
    | over 20%           | refuse            |
  }
}
`),
  },
} as const satisfies { readonly [code: string]: Entry }
