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
  BY579: {
    severity: 'error',
    title: { en: 'A line that needs another', 'zh-Hans': '缺少所依据的行', 'zh-Hant': '缺少所依據的行' },
    message: {
      en: '`{line}` means nothing here without `{needs}`',
      'zh-Hans': '没有“{needs}”，“{line}”在此没有意义',
      'zh-Hant': '沒有「{needs}」，「{line}」在此沒有意義',
    },
    help: {
      en: "Who asks is named with `asked by`, everybody's rank with `ranks … by`, the record of approvals with `approved by`.",
      'zh-Hans': '用“申请人”写明由谁提出，用“职级 … 按”写明各人的职级，用“批准人”写明批准记录。',
      'zh-Hant': '用「申請人」寫明由誰提出，用「職級 … 按」寫明各人的職級，用「核准人」寫明核准紀錄。',
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
} as const satisfies { readonly [code: string]: Entry }
