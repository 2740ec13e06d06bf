#!/usr/bin/env node
import module from 'node:module'
import { processIo } from './io.ts'
import { runCommand } from './run-command.ts'

// A reader that stops early (`| head`) is no mistake: nothing more is written, and the exit code stays what it was.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
    process.exit(2)
  })
}

// Where Node can (from 22.1 on), what is loaded from here on is kept compiled for the next start.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function')
  module.enableCompileCache()

process.exitCode = await runCommand(process.argv.slice(2), processIo())
