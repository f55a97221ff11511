import assert from 'node:assert/strict'
import { test } from 'node:test'
import { baseOf, inOtherScripts, otherLanguageOf } from '../../../src/subeditor/languages.ts'

/** Sentences that say nothing, by the tag of their language. */
const sentences = {
  fr: 'Le plan est pour tous les enfants qui sont dans la ville.',
  de: 'Der Plan ist nicht für die Stadt, sondern für das Land.',
  es: 'Este plan no existe, pero es para todos los que están aquí.',
  it: 'Il piano è per tutti i bambini che sono nella città.',
  pt: 'O plano não existe, mas é para todos os que estão na cidade.',
  nl: 'Het plan is niet voor de stad, maar voor een dorp dat er niet is.',
  pl: 'To jest plan, który nie istnieje, ale jest dla wszystkich.',
  cy: 'Mae’r cynllun hwn yn un nad yw’n bod, ond mae ar gael i bawb.',
  ga: 'Tá an plean seo ann do gach duine atá sa chathair, ach níl sé fíor.',
  ro: 'Planul este pentru toate cele care sunt în oraș și nu este real.',
  tr: 'Bu plan herkes için değil, ama olarak her gün çok daha yeni bir şey var.',
  so: 'Qorshahan waa mid ku saabsan dadka oo aan jirin, waxaana loo sameeyay si ay u ciyaaraan.',
  sv: 'Planen är inte för staden, utan för ett land som inte finns.',
}

for (const [lang, sentence] of Object.entries(sentences)) {
  test(`a sentence in ${lang} is known, and is right where it is marked as such`, () => {
    assert.equal(otherLanguageOf(sentence, 'en-GB'), lang)
    assert.equal(otherLanguageOf(sentence, lang), undefined)
  })
}

const english = [
  'Rue de la Lune',
  'Médecins du Monde and Place de la Concorde',
  'Burglary; vandalism/criminal damage; theft from motor vehicles; robbery',
  'Barking, Bexley, Brent, Bromley, Camden, Croydon, Ealing, Enfield, Hackney, Harrow, Havering.',
  'Made-Up Person, Second Person, Ada Specimen, Zuleikha Snarkovic, Sir Nobody of Nowhere.',
  'Keeping children safe',
  'Die hard, he said, war was hat and art.',
  'Comprehensive administrative considerations necessitate organisational restructuring.',
]
for (const words of english) {
  test(`“${words}” may well be English`, () => {
    assert.equal(otherLanguageOf(words, 'en'), undefined)
  })
}

test('of words that are marked as a language that nobody lists, English is known', () => {
  assert.equal(otherLanguageOf('This is what they said to all of us.', 'yo'), 'en')
  assert.equal(otherLanguageOf('Akọkọ ni mo ri wọn ni ilu yii.', 'yo'), undefined)
})

test('other scripts are found, and single letters and formulas are not', () => {
  assert.deepEqual(
    [...inOtherScripts('A привет, мир and μ, 𝑥𝑦, 5 µm; 東京.')].map(({ words }) => words),
    ['привет, мир', '東京'],
  )
})

test('a tag is named without its region', () => {
  assert.equal(baseOf('en-GB'), 'en')
  assert.equal(baseOf('fra'), 'fr')
  assert.equal(baseOf('no tag'), 'und')
})
