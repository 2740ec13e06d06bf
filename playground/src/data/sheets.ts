import { sheetNumber, sheetTime } from '../../../src/index.ts'
import { storedZip, unpack } from './unpack.ts'

export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

/**
 * The sheets of an .xlsx file as texts. Formulas are not run: their last result is what the file says. A cell that holds an
 * error (`#N/A`) keeps its name, so that it is reported and not taken for an empty one, as the reader would have it.
 */
export async function readSheets(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Sheet[]> {
  const files = await unpack(bytes, (name) => /\.xml(?:\.rels)?$/.test(name))
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  for (const [name, content] of files) {
    if (!/worksheets\/[^/]*\.xml$/.test(name)) continue
    const text = decoder.decode(content)
    files.set(name, encoder.encode(text.replace(/(<c\b[^>]*\s)t="e"/g, '$1t="str"')))
  }
  // The reader unpacks in workers of its own making, which a strict content policy refuses: it gets the files unpacked.
  const { default: readExcel } = await import('read-excel-file/universal')
  const sheets = await readExcel(storedZip(files), { parseNumber: sheetNumber, trim: false })
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }))
}

function cellText(value: unknown): string {
  if (value instanceof Date) return sheetTime(value.getTime())
  return value === null || value === undefined ? '' : String(value)
}
