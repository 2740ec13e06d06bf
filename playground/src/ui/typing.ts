import { useState } from 'preact/hooks'

type InputEvent = { readonly currentTarget: HTMLInputElement }

/**
 * Of a field whose text is taken once somebody is done with it. Until then what he typed stays, whatever is drawn anew around
 * it: a result that comes meanwhile would otherwise put the old text back.
 */
export function useTyping(value: string, take: (typed: string) => void) {
  const [typed, type] = useState<string | undefined>(undefined)
  return {
    value: typed ?? value,
    onInput: ({ currentTarget }: InputEvent) => type(currentTarget.value),
    onChange: ({ currentTarget }: InputEvent) => {
      type(undefined)
      take(currentTarget.value)
    },
    onBlur: () => type(undefined),
  }
}
