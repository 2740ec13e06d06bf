/** A labelled drop-down. */
export function Choice<V extends string>(props: {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string; readonly lang?: string }[]
  readonly choose: (value: V) => void
}) {
  return (
    <label class="choice">
      <span>{props.label}</span>
      <select
        value={props.value}
        onChange={({ currentTarget }) => {
          const found = props.options.find(({ value }) => value === currentTarget.value)
          if (found) props.choose(found.value)
        }}
      >
        {props.options.map(({ value, label, lang }) => (
          <option key={value} value={value} lang={lang}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
