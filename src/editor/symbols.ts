import type { Span } from '../base/span.ts'
import type { Referent } from '../check/referents.ts'
import type * as ast from '../syntax/ast.ts'

export type SymbolKind =
  | 'policy'
  | 'record'
  | 'field'
  | 'parameter'
  | 'value'
  | 'table'
  | 'clause'
  | 'target'
  | 'calendar'
  | 'indicator'
  | 'result'
  | 'column'
  | 'member'
  | 'period'

/** Something that a policy gives a name. */
export type PolicySymbol = {
  readonly id: string
  readonly kind: SymbolKind
  readonly name: string
  /** Where it is declared: its name alone. */
  readonly span: Span
  /** The declaration that it is, or stands in. */
  readonly declaration: ast.Declaration
  /** Of a field: its line. */
  readonly field?: Extract<ast.RecordLine, { is: 'field' }>
}

export function idOf(to: Referent): string {
  switch (to.is) {
    case 'declared':
      return to.name
    case 'field':
      return `${to.record}.${to.name}`
    case 'result':
      return `${to.of}:${to.name}`
    case 'member':
      return `"${to.name}`
  }
}

export function periodId(kind: string): string {
  return `@${kind}`
}

function kindOf(declaration: ast.Declaration): SymbolKind {
  switch (declaration.kind) {
    case 'policy':
    case 'record':
    case 'parameter':
    case 'value':
    case 'table':
    case 'target':
    case 'calendar':
      return declaration.kind
    default:
      return 'clause'
  }
}

/** Everything that a declaration names, itself first. */
export function symbolsOf(declaration: ast.Declaration): readonly PolicySymbol[] {
  const { name } = declaration
  const own: PolicySymbol = {
    id: declaration.kind === 'policy' ? `policy ${name.text}` : idOf({ is: 'declared', name: name.text }),
    kind: kindOf(declaration),
    name: name.text,
    span: name.span,
    declaration,
  }
  const result = (of: ast.Name, kind: SymbolKind = 'result'): PolicySymbol => ({
    id: idOf({ is: 'result', of: name.text, name: of.text }),
    kind,
    name: of.text,
    span: of.span,
    declaration,
  })
  const outputs = (table: ast.Table): readonly PolicySymbol[] =>
    table.headings.flatMap((heading) => {
      const output = heading.output ? outputName(heading.value) : undefined
      return output ? [result(output)] : []
    })
  return [own, ...inside(declaration, result, outputs)]
}

type Result = (of: ast.Name, kind?: SymbolKind) => PolicySymbol
type Outputs = (table: ast.Table) => readonly PolicySymbol[]

function inside(declaration: ast.Declaration, result: Result, outputs: Outputs): readonly PolicySymbol[] {
  switch (declaration.kind) {
    case 'policy':
      return declaration.lines.flatMap((line): readonly PolicySymbol[] =>
        line.is === 'periods'
          ? [
              {
                id: periodId(line.of.text),
                kind: 'period',
                name: line.of.text,
                span: line.of.span,
                declaration,
              },
            ]
          : [],
      )
    case 'record':
      return declaration.lines.flatMap((line) => (line.is === 'field' ? fieldOf(declaration, line) : []))
    case 'parameter':
      return declaration.by.map((name) => result(name, 'column'))
    case 'table':
      return outputs(declaration.table)
    case 'scorecard':
      return declaration.lines.flatMap((line) =>
        line.is === 'indicator'
          ? [result(line.name, 'indicator')]
          : line.is === 'levels'
            ? outputs(line.table)
            : [],
      )
    case 'decision':
    case 'penalty':
      return declaration.lines.flatMap((line) =>
        line.is === 'table' ? outputs(line.table) : line.is === 'gives' ? [result(line.name)] : [],
      )
    case 'target':
      return declaration.lines.flatMap((line) =>
        line.is === 'parts' || line.is === 'assigned'
          ? [result(line.name), ...(line.reserve ? [result(line.reserve.name)] : [])]
          : [],
      )
    default:
      return []
  }
}

function fieldOf(
  declaration: ast.RecordDeclaration,
  line: Extract<ast.RecordLine, { is: 'field' }>,
): readonly PolicySymbol[] {
  const { text: name, span } = line.name
  const record = declaration.name.text
  const id = idOf({ is: 'field', record, name })
  const values = line.type.is === 'one-of' ? line.type.values : []
  return [
    { id, kind: 'field', name, span, declaration, field: line },
    ...values.map(
      (value): PolicySymbol => ({
        id: idOf({ is: 'member', name: value.text }),
        kind: 'member',
        name: value.text,
        span: value.span,
        declaration,
        field: line,
      }),
    ),
  ]
}

/** `=> points`, or `=> sum(points)`. */
function outputName(value: ast.Expr): ast.Name | undefined {
  if (value.is === 'path' && value.parts.length === 1) return value.parts[0]
  const [argument] = value.is === 'call' ? value.args : []
  return argument?.is === 'path' && argument.parts.length === 1 ? argument.parts[0] : undefined
}
