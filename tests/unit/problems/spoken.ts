import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/** Where the code says something to a writer. */
export interface Spoken {
  file: string
  /** Counted from 1. */
  line: number
  /** Its first character, counted from 0 as V8 does. */
  start: number
}

export interface Sentence extends Spoken {
  /** Its words, in order; what is filled in stands between them. */
  parts: string[]
}

/** What the code says to writers: where it speaks, and in which sentences. */
export interface Speech {
  places: Spoken[]
  sentences: Sentence[]
}

/** All that the code of the folder src/ says, of content and of the documents that go with it. */
export function everySpeech(): Speech {
  const speeches = globSync('src/**/*.ts')
    .toSorted()
    .map((file) => speechOf(file, readFileSync(file, 'utf8')))
  return {
    places: speeches.flatMap(({ places }) => places),
    sentences: speeches.flatMap(({ sentences }) => sentences),
  }
}

/**
 * What a module says. Its sentences are those of the statements that speak, and of what these
 * name in the module: a table of sentences, a function that makes the end of one.
 */
export function speechOf(file: string, code: string): Speech {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true)
  const at = (node: ts.Node): Spoken => {
    const start = node.getStart(source)
    return { file, line: source.getLineAndCharacterOfPosition(start).line + 1, start }
  }
  const speaking = new Set(source.statements.filter((each) => [...nodesIn(each)].some(speaks)))
  for (const statement of speaking) {
    const names = new Set([...nodesIn(statement)].filter(ts.isIdentifier).map(({ text }) => text))
    for (const other of source.statements) {
      if (namesMadeBy(other).some((name) => names.has(name))) speaking.add(other)
    }
  }
  const nodes = [...speaking].flatMap((each) => [...nodesIn(each)])
  return {
    places: nodes.filter(speaks).map(at),
    sentences: nodes.flatMap((node) => {
      const parts = wordsOf(node)
      return parts && isSentence(node, parts) ? [{ ...at(node), parts }] : []
    }),
  }
}

/** The words of a text in the code; undefined when it is something else. */
export function wordsOf(node: ts.Node): string[] | undefined {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (!ts.isTemplateExpression(node)) return undefined
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
}

export function* nodesIn(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  for (const child of children) yield* nodesIn(child)
}

/** The fields of front matter describe themselves; fields.test.ts has each of them shown. */
const describedFields = 'src/document/schemas.ts'

/** Whether a problem, a finding or a remark is made here. */
function speaks(node: ts.Node): boolean {
  if (ts.isObjectLiteralExpression(node)) {
    const names = node.properties.map((each) => each.name?.getText())
    const has = (...some: string[]) => some.every((name) => names.includes(name))
    return has('what', 'mend') || has('words', 'mend') || has('error', 'params')
  }
  if (ts.isNewExpression(node)) return node.expression.getText() === 'CannotCheck'
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
  const { name, expression: receiver } = node.expression
  if (['console', 'logger'].includes(receiver.getText())) return false
  if (name.text === 'describe') return node.getSourceFile().fileName !== describedFields
  return ['error', 'remark', 'addIssue'].includes(name.text)
}

function namesMadeBy(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText())
  }
  return ts.isFunctionDeclaration(statement) && statement.name ? [statement.name.text] : []
}

/** A text of several words that ends as a sentence, or that stands where something is said. */
function isSentence(node: ts.Node, parts: readonly string[]): boolean {
  const text = parts.join('…')
  if (!/\p{L}{2}/u.test(text) || !/\S\s+\S/.test(text)) return false
  if (isOfPassed(node) || isOfDescribedField(node)) return false
  return /[.?]$/.test(text) || isSaid(node)
}

/** Whether a text says of a document that nothing is amiss. */
function isOfPassed(node: ts.Node): boolean {
  const around = ts.findAncestor(node, ts.isObjectLiteralExpression)
  return around?.properties.some((each) => each.getText() === 'passed: true') ?? false
}

function isOfDescribedField(node: ts.Node): boolean {
  return (
    node.getSourceFile().fileName === describedFields &&
    ts.findAncestor(node, ts.isCallExpression)?.expression.getText().endsWith('.describe') === true
  )
}

/** Whether a text is a part of what a speaking place says, as it stands there. */
function isSaid(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isConditionalExpression(parent) || ts.isTemplateSpan(parent)) return isSaid(parent)
  if (ts.isTemplateExpression(parent)) return isSaid(parent)
  if (ts.isPropertyAssignment(parent)) {
    return ['what', 'words', 'mend', 'error', 'message'].includes(parent.name.getText())
  }
  return speaks(parent)
}
