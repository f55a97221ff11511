import { describeProblem, type Problem } from '../document/problems.ts'
import { LEAVE_IT } from './public-records.ts'

const isError = ({ level }: Problem): boolean => level === 'error'
const isRemark = ({ level }: Problem): boolean => level === 'remark'
const count = (number: number, name: string): string =>
  `${number} ${name}${number === 1 ? '' : 's'}`

/**
 * What a person reads: the errors, then the remarks apart and shorter, then what it comes to.
 * @param problems in the order in which they are to be read.
 */
export function reportInWords(problems: readonly Problem[]): string {
  const errors = problems.filter(isError)
  const remarks = problems.filter(isRemark)
  const lines = errors.map(describeProblem)
  if (remarks.length > 0) {
    if (errors.length > 0) lines.push('')
    lines.push(`${count(remarks.length, 'remark')} (nothing that stops a publication)`)
    for (const [file, ofFile] of Map.groupBy(remarks, ({ file }) => file)) {
      lines.push('', ...inShort(file, ofFile))
    }
    lines.push('')
  }
  lines.push(
    errors.length === 0
      ? 'No errors.'
      : `${count(errors.length, 'error')}. Nothing can be published yet.`,
  )
  return lines.join('\n')
}

/** One file's remarks, one a line; that a public record is to be left alone is said once. */
function inShort(file: string, remarks: readonly Problem[]): string[] {
  const isRecord = remarks.every(({ mend }) => mend === LEAVE_IT)
  return [
    isRecord ? `${file}: ${LEAVE_IT}` : file,
    ...remarks.map(({ line, column, what, mend }) => {
      const place = `${line}:${column}`.padEnd(7)
      return isRecord ? `  ${place} ${what}` : `  ${place} ${what} ${mend}`
    }),
  ]
}

/** The same for programs. */
export function reportAsJson(problems: readonly Problem[]): string {
  return JSON.stringify(
    { errors: problems.filter(isError), remarks: problems.filter(isRemark) },
    null,
    2,
  )
}

/**
 * Workflow commands that GitHub shows beside the lines of a pull request, errors first: it takes
 * ten of each kind from a step.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotations(problems: readonly Problem[]): string[] {
  return [...problems.filter(isError), ...problems.filter(isRemark)].map((problem) => {
    const { file, line, column, what, mend } = problem
    const [command, title] = isError(problem) ? ['error', 'Error'] : ['notice', 'Remark']
    const properties = { file, line, col: column, title }
    const place = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(value)}`)
    return `::${command} ${place.join(',')}::${inMessage(`${what} ${mend}`)}`
  })
}

/** As @actions/core writes them: escapeData and escapeProperty of its src/command.ts. */
const inMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const inProperty = (value: string | number): string =>
  inMessage(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')
