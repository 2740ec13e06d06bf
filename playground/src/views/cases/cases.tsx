import { useEffect } from 'preact/hooks'
import '../../style/cases.css'
import { say } from '../../state/language.ts'
import {
  accept,
  beginReviewing,
  broken,
  canUndo,
  casesFound,
  coverage,
  covering,
  current,
  progress,
  undo,
} from '../../state/review.ts'
import { cases } from '../../state/workspace.ts'
import { saveFile } from '../../ui/save.ts'
import { words } from '../../words/cases.ts'
import { words as tabs } from '../../words/tabs.ts'
import type { CaseShown } from '../../work/review-protocol.ts'
import { CoverageTable } from './coverage-table.tsx'
import { Added, SuggestButton, Suggestions } from './suggestions.tsx'

/** What the cases beside the policy come to on the text as it is now. */
export function Cases() {
  useEffect(beginReviewing, [])
  const found = casesFound.value
  if (cases.value.length === 0)
    return (
      <div class="cases pad">
        <h2 class="unseen">{say(tabs.cases)}</h2>
        <p class="quiet">{say(words.none)}</p>
        <div class="tools">
          <SuggestButton />
        </div>
        <Suggestions />
      </div>
    )
  const failing = found?.cases.filter(({ passed }) => !passed) ?? []
  const passing = found?.cases.filter(({ passed }) => passed) ?? []
  return (
    <div class="cases pad">
      <h2 class="unseen">{say(tabs.cases)}</h2>
      <p role="status">
        {found && (
          <strong class={found.failed > 0 ? 'error' : undefined}>
            {found.failed > 0
              ? say(words.failed, { failed: found.failed, all: found.cases.length })
              : say(words.passed, { passed: found.passed })}
          </strong>
        )}{' '}
        {found && found.waiting > 0 && say(words.waiting, { count: found.waiting })}{' '}
        {found && found.left > 0 && say(words.left, { count: found.left })}{' '}
        {progress.value && (
          <span class="quiet">
            {progress.value.all === 0 ? say(words.beginning) : say(words.running, progress.value)}
          </span>
        )}
        {broken.value && <span class="error">{say(words.broken)}</span>}
      </p>
      <div class="tools">
        {failing.length > 0 && (
          <button
            type="button"
            disabled={!current.value}
            onClick={() => accept(failing.map(({ name }) => name))}
          >
            {say(words.acceptAll)}
          </button>
        )}
        {canUndo.value && (
          <button type="button" onClick={undo}>
            {say(words.undo)}
          </button>
        )}
        <SuggestButton />
        <label class="check">
          <input
            type="checkbox"
            checked={covering.value}
            onChange={({ currentTarget }) => {
              covering.value = currentTarget.checked
            }}
          />
          {say(words.cover)}
        </label>
        {cases.value.length <= fewFiles && <SaveFiles />}
      </div>
      {cases.value.length > fewFiles && (
        <details>
          <summary>{say(words.saveOne, { count: cases.value.length })}</summary>
          <div class="tools">
            <SaveFiles />
          </div>
        </details>
      )}
      <Added />
      <Suggestions />
      {found && found.mistakes.length > 0 && (
        <ul class="error">
          {found.mistakes.map((one) => (
            <li key={`${one.file} ${one.line} ${one.text}`}>
              {one.text} <span class="quiet">{say(words.line, { file: one.file, line: one.line })}</span>
            </li>
          ))}
        </ul>
      )}
      {failing.length > 0 && (
        <section aria-label={say(words.failing)}>
          {failing.map((one) => (
            <Failing key={`${one.file} ${one.name}`} one={one} />
          ))}
        </section>
      )}
      {covering.value && coverage.value && <CoverageTable found={coverage.value} />}
      {passing.length > 0 && (
        <details open={failing.length === 0 && passing.length < 60}>
          <summary>
            {say(words.passing)} ({passing.length})
          </summary>
          <ul>
            {passing.map((one) => (
              <li key={`${one.file} ${one.name}`}>
                <span class="more">✓</span> {one.name}{' '}
                <span class="quiet">{say(words.line, { file: one.file, line: one.line })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** So many files may each have a button beside the others. */
const fewFiles = 4

function SaveFiles() {
  return (
    <>
      {cases.value.map(({ name, text }) => (
        <button key={name} type="button" onClick={() => saveFile(name, text, 'text/yaml')}>
          {say(words.save, { name })}
        </button>
      ))}
    </>
  )
}

function Failing({ one }: { one: CaseShown }) {
  return (
    <article class="failing">
      <h3>
        <span aria-hidden="true" class="less">
          ✗{' '}
        </span>
        {one.name} <span class="quiet">{say(words.line, { file: one.file, line: one.line })}</span>
        <button
          type="button"
          disabled={!current.value}
          aria-label={say(words.acceptName, { name: one.name })}
          onClick={() => accept([one.name])}
        >
          {say(words.accept)}
        </button>
      </h3>
      {one.differences.map(({ about, expected, got, off, explanation }, at) => (
        <div key={at}>
          <p>{about}</p>
          <dl>
            <dt>{say(words.expected)}</dt>
            <dd>{expected}</dd>
            <dt>{say(words.got)}</dt>
            <dd>
              <strong>{got}</strong> {off !== '' && <span class="quiet">({off})</span>}
            </dd>
          </dl>
          {explanation !== '' && (
            <details class="explanation">
              <summary>{say(words.explanation)}</summary>
              <pre>{explanation}</pre>
            </details>
          )}
        </div>
      ))}
    </article>
  )
}
