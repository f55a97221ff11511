import { counted, date, inWords, list, paragraph, text } from './nodes.ts'
import type { AuditResult } from './schemas.ts'
import type { Block } from './vocabulary.ts'

/** Screen readers that people use, by the name that their makers give them. */
const screenReaders = ['JAWS', 'NVDA', 'VoiceOver', 'TalkBack', 'Narrator', 'Orca']

/**
 * The part of the accessibility statement about how the site was tested, made from content/audit.yaml,
 * which `npm run audit -- --record` writes, so that the statement says what was really done.
 *
 * @param result undefined when no audit has been recorded
 */
export function auditResultBlocks(result: AuditResult | undefined): Block[] {
  if (!result) return [paragraph(text('No audit of this site has been recorded yet.'))]
  const { found, heard } = result
  const untried = screenReaders.filter((name) => name !== heard?.screenReader)
  return [
    paragraph(
      text(`On `),
      date(result.date),
      text(
        `, programs looked at ${result.pages} pages of this site in Chromium, with ${result.rules} rules, and drove them as people do: with keys, in other sizes, colours and spacings, and through the form. They found ${counted(found.errors, 'failure')} of level A or AA, and ${counted(found.warnings, 'departure')} from level AAA and good practice.`,
      ),
    ),
    ...(found.answered === 0
      ? []
      : [
          paragraph(
            text(
              `What programs cannot decide was looked at place by place: ${counted(found.answered, 'place')}, each with a reason and a date in the source of this site.`,
            ),
          ),
        ]),
    paragraph(text('Each page was read in these ways:')),
    list(result.modes.map((mode) => [text(mode)])),
    paragraph(text('The programs were:')),
    list(
      result.tools.map(({ name, version, rules }) => [
        text(`${name} ${version}, ${counted(rules, 'rule')}`),
      ]),
    ),
    paragraph(
      text(
        heard
          ? `The screen reader ${heard.screenReader} ${heard.version} read ${counted(heard.readings, 'page')} and went ${counted(heard.journeys, 'journey')} with keys alone. What it says, in speech and in braille, is kept, and compared each time that the site changes. ${inWords(untried)} were not tried.`
          : `No screen reader was tried: not ${inWords(untried)}.`,
      ),
    ),
  ]
}
