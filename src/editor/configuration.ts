import type {
  CmsConfig,
  Collection,
  CollectionFile,
  EntryCollection,
  Field,
  ListFieldWithSubFields,
} from '@sveltia/cms'
import * as z from 'zod'
import * as schemas from '../document/schemas.ts'
import { fieldsOf } from './fields.ts'

/**
 * The configuration of the editor in the browser (Sveltia CMS), made from the schemas that the
 * check and the build use: what they take is what the editor asks for.
 * @param origin of the page that the editor runs on, such as http://localhost:4321
 * @see https://sveltiacms.app/en/docs
 */
export function editorConfiguration(origin: string): CmsConfig {
  return {
    load_config_file: false,
    // Sveltia CMS works on a local folder only where a service is named too. This one is the page's
    // own origin, where there is none, so that nothing is ever asked of anybody else.
    backend: {
      name: 'gitea',
      repo: 'local/site',
      branch: 'main',
      base_url: origin,
      api_root: `${origin}/admin/api`,
    },
    app_title: 'Editor',
    media_folder: 'content/images',
    public_folder: '/images',
    media_libraries: { all: { slugify_filename: true }, stock_assets: false },
    // What a text looks like, the site itself shows, in every format.
    editor: { preview: false },
    show_preview_links: false,
    slug: { encoding: 'ascii', clean_accents: true },
    collections: [
      withText('press-releases', 'Press releases', 'press release', schemas.pressRelease),
      withText('action-plans', 'Action plans', 'action plan', schemas.actionPlan),
      withText('notes-to-editors', 'Notes to editors', 'note to editors', schemas.noteToEditors),
      ...updates,
      { ...withText('pages', 'Pages of the site', 'page', schemas.sitePage), create: false },
      registers,
    ],
  }
}

const body: Field = {
  name: 'body',
  label: 'Text',
  widget: 'text',
  required: false,
  hint: 'In Markdown, with the elements that CONTRIBUTING.md lists.',
  use_emoji_autocomplete: false,
}

/** A folder of content/ whose files have front matter and a text. */
function withText(name: string, label: string, one: string, schema: z.ZodType): EntryCollection {
  const fields = fieldsOf(schema)
  const isAsked = (field: Field) => 'required' in field && field.required === true
  return folder(name, label, one, [
    ...fields.filter(isAsked),
    body,
    ...fields.filter((field) => !isAsked(field)),
  ])
}

function folder(name: string, label: string, one: string, fields: Field[]): EntryCollection {
  return {
    name,
    label,
    label_singular: one,
    folder: `content/${name}`,
    format: 'publication',
    // Never made from the title, which may change.
    slug: {
      editable: ['create'],
      hint: 'The name of the file. A publication has it as its address for ever; its title may change.',
      pattern: [
        '^(?!\\d{4}$)[a-z0-9]+(-[a-z0-9]+)*$',
        'Small letters, digits and single hyphens, such as new-bus-routes; not only a year.',
      ],
    },
    // What was public is withdrawn, and keeps its address.
    delete: false,
    fields,
  }
}

/** Each type of update has fields of its own, so each is a list of its own over one folder. */
const updates: Collection[] = schemas.update.options.map((variant) => {
  const { value } = variant.shape.type
  return {
    ...folder('updates', `Updates: ${value}`, `update: ${value}`, fieldsOf(variant)),
    name: `updates-${value}`,
    filter: { field: 'type', value },
    identifier_field: 'on',
    summary: '{{slug}}',
  }
})

type Format = 'entries-by-id' | 'entries' | 'facts'

/** @param format how file-formats.ts reads the file */
function register(name: string, label: string, format: Format, fields: Field[]): CollectionFile {
  return { name, label, file: `content/${name}.yaml`, format, fields }
}

function byId(
  name: string,
  label: string,
  { keyType, valueType }: z.ZodRecord<z.ZodType<string, string>, z.ZodType>,
): CollectionFile {
  const fields = [...fieldsOf(z.object({ id: keyType })), ...fieldsOf(valueType)]
  // The order of ids says nothing, and the file keeps its own.
  return register(name, label, 'entries-by-id', [{ ...entries(fields), allow_reorder: false }])
}

function inOrder(name: string, label: string, { element }: z.ZodArray<z.ZodType>): CollectionFile {
  return register(name, label, 'entries', [entries(fieldsOf(element))])
}

function entries(fields: Field[]): ListFieldWithSubFields {
  return {
    name: 'entries',
    label: 'Entries',
    label_singular: 'entry',
    widget: 'list',
    required: false,
    collapsed: true,
    fields,
  }
}

const registers: Collection = {
  name: 'registers',
  label: 'Registers',
  files: [
    byId('people', 'People', schemas.people),
    byId('organisations', 'Organisations', schemas.organisations),
    byId('documents', 'Documents', schemas.documents),
    byId('topics', 'Topics', schemas.topics),
    inOrder('glossary', 'Glossary', schemas.glossary),
    inOrder('known-issues', 'Known issues', schemas.knownIssues),
    register('site', 'The site', 'facts', fieldsOf(schemas.site)),
  ],
}
