import { HtmlValidate, type Message } from 'html-validate'
import type { Fault, RuleFacts } from '../rule.ts'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // How a valid page is spelt is its author's affair, and readers never see it.
    'attr-case': 'off',
    'attr-quotes': 'off',
    'attr-spacing': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'close-attr': 'off',
    'doctype-style': 'off',
    'element-case': 'off',
    'no-conditional-comment': 'off',
    'no-implicit-button-type': 'off',
    'no-implicit-close': 'off',
    'no-implicit-input-type': 'off',
    'no-inline-style': 'off',
    'no-raw-characters': 'off',
    'no-redundant-for': 'off',
    'no-self-closing': 'off',
    'no-trailing-whitespace': 'off',
    'prefer-tbody': 'off',
    'script-type': 'off',
    'void-style': 'off',
    // A title holds all the words of its heading, and a record's heading is as long as it is.
    'long-title': 'off',
  },
})

/** The rules of html-validate. None is an error: WCAG 2.2 has no criterion for valid markup any more. */
export const htmlValidateRules: readonly RuleFacts[] = [
  ...validator.getConfigForSync('page.html').getRules().keys(),
  // No rule, and told of all the same when the markup cannot be read on.
  'parser-error',
].map((name) => ({
  id: `html-validate/${name}`,
  level: 'warn',
  criteria: [],
  source: `https://html-validate.org/rules/${name}.html`,
  meets: 'Browsers and assistive technology mend broken markup, each in its own way.',
  mend: 'Write the markup as the HTML standard has it.',
}))

/** @param html the page as the server sends it */
export async function faultsOfHtmlValidate(html: string): Promise<Fault[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) => messages.map((message) => faultOf(html, message)))
}

function faultOf(html: string, { ruleId, message, line, column, selector }: Message): Fault {
  const snippet = html.split('\n')[line - 1]?.slice(column - 2, column + 120) ?? ''
  return {
    rule: `html-validate/${ruleId}`,
    selector: selector ?? `line ${line}, column ${column}`,
    snippet: snippet.trim(),
    detail: `${message.replace(/\.$/, '')}.`,
  }
}
