import { EditorPane } from '../editor/editor-pane.tsx'
import { clause, person, printed, side, tab } from '../state/chosen.ts'
import { failing } from '../state/failing.ts'
import { say } from '../state/language.ts'
import { stale, state } from '../state/outcome.ts'
import { opened } from '../state/workspace.ts'
import { Lazy } from '../ui/lazy.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { words } from '../words/shell.ts'
import { words as tabWords } from '../words/tabs.ts'
import { Header } from './header.tsx'
import { OutcomeBar } from './outcome-bar.tsx'
import { WaitingBar } from './share/waiting-bar.tsx'
import { UpgradeBar } from './upgrade-bar.tsx'
import type { ViewId } from './view.ts'
import { statement, views } from './views.ts'

/** The whole page: the header, the policy on the left, what it comes to on the right. */
export function App() {
  return (
    <>
      <a class="skip" href="#results">
        {say(words.skip)}
      </a>
      <Header />
      <div>
        <UpgradeBar />
        <WaitingBar />
      </div>
      <main data-side={side.value}>
        <Sides />
        <EditorPane />
        <Results />
      </main>
      <footer class="quiet">{say(words.local)}</footer>
    </>
  )
}

/** On a narrow screen: which of the two sides is seen. */
function Sides() {
  return (
    <div class="sides">
      {(['results', 'policy'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={side.value === one}
          onClick={() => {
            side.value = one
          }}
        >
          {say(words[one])}
        </button>
      ))}
    </div>
  )
}

/** How many cases fail. */
function Failing() {
  return (
    <span class="badge">
      {failing.value}
      <span class="unseen"> {say(tabWords.failing)}</span>
    </span>
  )
}

function Results() {
  const view = views.find(({ id }) => id === tab.value) ?? views[0]
  return (
    <section id="results" class="results" tabIndex={-1} aria-label={say(words.results)}>
      {views.length > 1 && (
        <Tabs
          label={say(words.views)}
          tabs={views.map(({ id, label }) => ({
            id,
            label: say(label),
            ...(id === 'cases' && failing.value > 0 && { mark: <Failing /> }),
          }))}
          chosen={tab.value}
          panel="view"
          choose={(id) => {
            tab.value = views.find((one) => one.id === id)?.id ?? ('people' satisfies ViewId)
          }}
        />
      )}
      <OutcomeBar />
      <div
        id="view"
        class={stale.value ? 'view stale' : 'view'}
        {...(views.length > 1 && { role: 'tabpanel', 'aria-labelledby': `view-${tab.value}` })}
        data-state={state.value}
        data-sample={opened.value?.sample}
      >
        {view && <Lazy name={view.id} load={view.load} />}
      </div>
      {statement && (printed.value ?? person.value ?? clause.value) !== undefined && (
        <div class="over">
          <Lazy name="statement" load={statement} />
        </div>
      )}
    </section>
  )
}
