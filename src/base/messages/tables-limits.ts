import type { Entry } from '../entry.ts'
import { withQuotes } from './example.ts'

/** How far each rank may go, and what an authority leads to. */
export const limitMessages = {
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
