import { openName } from '../../data/editing.ts'
import '../../style/data.css'
import { Overview } from './overview.tsx'
import { TableEditor } from './table-editor.tsx'

/** The data: what is open and what is wrong with it, or one file as a table. */
export function Data() {
  return openName.value === undefined ? <Overview /> : <TableEditor />
}
