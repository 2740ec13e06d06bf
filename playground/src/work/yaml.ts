import { readConfig, writeConfig, yamlForm } from '../../../src/index.ts'

/** What reads YAML, in a part of the worker that is fetched when there is some to read. */
export const yaml = { readConfig, writeConfig, form: yamlForm } as const
