import { all, isRendered, nameOf } from '../in-page/dom.ts'
import { fieldsIn } from '../in-page/forms/fields.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const noSubmitButton: PageRule = {
  id: 'no-submit-button',
  level: 'warn',
  criteria: ['3.2.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H32',
  meets: 'Nothing says how to send the form, and some people have no Enter key.',
  mend: 'Give the form a button that sends it.',
  *find(): Iterable<FaultyElement> {
    for (const form of all<HTMLFormElement>('form')) {
      // A form that names no place to go to may be no more than a frame for fields.
      if (!form.hasAttribute('action') && !form.hasAttribute('method')) continue
      if (fieldsIn(form).length === 0 || form.method === 'dialog') continue
      const buttons = [
        ...all<HTMLButtonElement | HTMLInputElement>(
          'button, input[type=submit], input[type=image], input[type=button], [role=button]',
          form,
        ),
        ...all<HTMLButtonElement>('button[form]').filter((button) => button.form === form),
      ]
      if (
        buttons.some(
          (button) => isRendered(button) && !/^(?:reset|clear|cancel)/i.test(nameOf(button)),
        )
      )
        continue
      yield { element: form }
    }
  },
}
