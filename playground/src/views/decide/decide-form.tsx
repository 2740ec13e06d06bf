import type { VNode } from 'preact'
import { say } from '../../state/language.ts'
import { words } from '../../words/decide.ts'
import type { DecideForm, FormInput } from '../../work/protocol-decide.ts'
import { clear, fill, filled, fillReferred, notThere, said, write } from './asking.ts'

const groups = ['own', 'others', 'through'] as const

/** What a request says, field by field; one that is left empty is not said. */
export function RequestForm({ form }: { form: DecideForm }) {
  return (
    <form class="decide-form" onSubmit={(event) => event.preventDefault()}>
      <Fill form={form} />
      {groups.map((group) => {
        const inputs = form.inputs.filter((input) => input.group === group)
        if (inputs.length === 0) return null
        return (
          <fieldset key={group}>
            <legend>{say(words[group], { record: form.record })}</legend>
            <div class="fields">
              {inputs.map((input) => (
                <Field key={`${form.clause} ${input.path}`} input={input} />
              ))}
            </div>
          </fieldset>
        )
      })}
    </form>
  )
}

/** A row of the data puts all fields in. */
function Fill({ form }: { form: DecideForm }) {
  return (
    <div class="tools">
      {form.rows.length > 0 && (
        <label class="choice">
          <span>{say(words.fill)}</span>
          <input
            type="text"
            list="decide-rows"
            value={filled.value}
            placeholder={say(words.fillHint, { record: form.record })}
            aria-invalid={notThere.value}
            aria-describedby={notThere.value ? 'decide-not-there' : undefined}
            // What is being typed stays when the form is drawn anew.
            onInput={({ currentTarget }) => {
              filled.value = currentTarget.value
            }}
            onChange={({ currentTarget }) => void fill(currentTarget.value)}
          />
        </label>
      )}
      <Offers id="decide-rows" keys={form.rows} />
      <button type="button" onClick={() => clear(form)}>
        {say(words.clear)}
      </button>
      {notThere.value && (
        <span id="decide-not-there" class="error" role="alert">
          {say(words.notThere, { record: form.record })}
        </span>
      )}
    </div>
  )
}

function Offers({ id, keys }: { id: string; keys: DecideForm['rows'] }) {
  return (
    <datalist id={id}>
      {keys.map(({ key, label }) => (
        <option key={key} value={key}>
          {label === undefined ? key : `${key} ${label}`}
        </option>
      ))}
    </datalist>
  )
}

function Field({ input }: { input: FormInput }) {
  const id = `decide ${input.path}`
  return (
    <div class="field">
      <label for={id}>
        {input.control === 'period' ? say(words.period) : input.label}
        {input.optional && <span class="quiet"> {say(words.optional)}</span>}
      </label>
      <span class="control">
        <Control input={input} id={id} />
        {input.unit !== undefined && <span class="quiet">{input.unit}</span>}
      </span>
    </div>
  )
}

function Control({ input, id }: { input: FormInput; id: string }): VNode {
  const value = said.value.get(input.path) ?? ''
  const { path } = input
  switch (input.control) {
    case 'choice':
    case 'truth': {
      const choices =
        input.control === 'truth'
          ? [
              { value: 'true', label: say(words.yes) },
              { value: 'false', label: say(words.no) },
            ]
          : (input.choices ?? []).map((one) => ({ value: one, label: one }))
      return (
        <select id={id} value={value} onChange={({ currentTarget }) => write(path, currentTarget.value)}>
          <option value="">{say(words.notSaid)}</option>
          {choices.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )
    }
    case 'row':
      return (
        <>
          <input
            id={id}
            type="text"
            list={`${id} keys`}
            value={value}
            placeholder={say(words.notSaid)}
            onInput={({ currentTarget }) => write(path, currentTarget.value)}
            onChange={({ currentTarget }) => void fillReferred(currentTarget.value, path)}
          />
          <Offers id={`${id} keys`} keys={input.keys ?? []} />
        </>
      )
    case 'period':
      return (
        <>
          <input
            id={id}
            type="text"
            list={`${id} periods`}
            value={value}
            placeholder={say(words.notSaid)}
            onInput={({ currentTarget }) => write(path, currentTarget.value)}
          />
          <datalist id={`${id} periods`}>
            {(input.choices ?? []).map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      )
    case 'date':
    case 'time':
      return (
        <input
          id={id}
          type={input.control === 'date' ? 'date' : 'datetime-local'}
          value={value}
          onInput={({ currentTarget }) => write(path, currentTarget.value)}
        />
      )
    case 'number':
    case 'text':
      return (
        <input
          id={id}
          type="text"
          inputMode={input.control === 'number' ? 'decimal' : 'text'}
          class={input.control === 'number' ? 'number' : undefined}
          value={value}
          placeholder={say(words.notSaid)}
          autocomplete="off"
          onInput={({ currentTarget }) => write(path, currentTarget.value)}
        />
      )
  }
}
