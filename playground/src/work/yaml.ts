import { readConfig, yamlForm } from '../../../src/index.ts'

/** What reads YAML, in a part of the worker that is fetched when there is some to read. */
export const yaml = { readConfig, form: yamlForm } as const
