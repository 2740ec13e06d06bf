import '../../style/print.css'
import type { ExplanationView } from '../../../../src/index.ts'
import { ValuePanel } from './value-panel.tsx'

/** On paper nothing can be opened: every number that the steps stand on is told below them. */
export function OnPaper({ explanation }: { readonly explanation: ExplanationView }) {
  return (
    <div class="on-paper">
      {explanation.values.map((value) => (
        <ValuePanel key={`${value.ref.row} ${value.ref.column}`} value={value} />
      ))}
    </div>
  )
}
