/**
 * The small words of languages that are written in Latin letters: those that Londoners speak most
 * (Census 2021, main language), and the languages of these islands. Words that are English too, or
 * the name of something in English, are left out. A bar parts the words that stand in names, such
 * as “de la”, from those that make a sentence.
 */
const lists = {
  fr: 'le la les des du de un une et en au aux l d | est sont était sera dans qui que nous vous ils elle elles avec ne pas ce cette ces ses leur leurs je tu suis été être où c’est qu’il mais donc ses très aussi notre votre pour sur par il ont fait plus tous',
  de: 'der das den dem des und zu von | ist sind nicht ein eine einen einem einer mit für auf sich auch werden wird wurde haben ich wir sie ihr als oder aber bei nach aus durch zum zur über diese dieser dieses kein keine nur noch kann im dass',
  es: 'el los las del de la y al | es son está están que para una un por con pero más como su sus lo se les nos este esta estos todos también hay muy fue ser ha han nuestra nuestro cuando donde según en',
  it: 'il lo gli di del della dei delle e da dal la al | è sono che una un uno per con non più anche come questo questa nel nella sul sulla alla ai agli si ha hanno essere tutti loro noi ogni ed dalla',
  pt: 'o os a as do da dos das de e | é são não uma um para com que por mais também como seu sua está ao à pelo pela nos nas foi ser tem há este esta todos muito você em no na',
  nl: 'de het van en | een is niet op met voor zijn aan te dat die wij ook naar wordt worden bij uit deze dit maar hebben heeft kan als door over om zij hun nog geen wel je ik',
  pl: 'i z w | się nie na do jest że są to dla przez oraz od po jak ale który która które tym jego ich tego był była było będzie czy już tylko może można jako przed przy nowy o za ze',
  cy: 'y yr a ac o i | yn ar mae wedi bod gan hyn hwn hon sydd nid eu ei ein eich dros gyda ond cael gael fydd roedd maent fel hefyd pob pawb drwy rhwng mewn i’r o’r a’r yw’r mae’r sy’n chi ni nad am at fod oedd newydd',
  ga: 'an na agus | tá is ar ag leis bhí go atá nach níl seo sin ach mar chun don faoi ó sé sí siad mé tú bhfuil ina cén gach ní as mo ár',
  gd: 'an na agus | tha air aig leis bha gu nach seo sin ach mar dha bho is tu mi iad chan eil anns gach ann am às ris fhaodas',
  ro: 'și al a ale lui | este sunt nu pe cu care pentru din la mai că în o un se fi au fost va sau prin după dar acest această sa lor către fiecare toate cel cea',
  tr: 've | bir bu için ile de da çok daha olarak olan gibi kadar değil var ne sonra en her o ama mi veya tüm yeni kendi olduğu üzere ancak biz siz tarafından',
  sq: 'i e të dhe | një në për me që është janë nga si nuk do ka më se por kjo ky ku janë ishte kanë duhet çdo mund tij saj',
  lt: 'ir | yra kad su iš į ne tai kaip bet apie po nuo buvo bus jų mes jūs šis ši visi gali taip pat tik arba dėl už naujas',
  hu: 'a az és | egy nem hogy is van meg de vagy ez azt csak volt már mint még el ki sem lesz azok minden kell amely által új után között',
  so: 'iyo | waa ka ku oo ee uu ay u la soo ah in waxaa waxay aan lagu ugu si loo laga mid badan kale wuxuu ama markii dadka kasta',
  sv: 'och | är att det som på för av med den till inte har ett om var från vi kan ska detta sig efter eller så nya alla barn han hon blir',
  cs: 'a i z | je se na že ve s do pro jsou o byl byla bylo jako ale který která které od po nebo jeho jejich tak jen může podle při aby nové',
} as const satisfies Record<string, string>

export interface WordList {
  all: ReadonlySet<string>
  /** Without the words that stand in names. */
  ofSentences: ReadonlySet<string>
}

/** By tag of BCP 47. English words that another list has too count for both. */
export const wordLists: ReadonlyMap<string, WordList> = new Map(
  Object.entries(lists).map(([lang, words]) => {
    const [ofNames = '', ofSentences = ''] = words.split(' | ')
    const strong = new Set(ofSentences.split(' '))
    return [lang, { all: new Set([...ofNames.split(' '), ...strong]), ofSentences: strong }]
  }),
)

/** Words that hold an English sentence together. */
export const englishWords: ReadonlySet<string> = new Set(
  'the a an and or of to in on at by for from with without into about as is are was were be been being am has have had do does did not no but if than that this these those there here it its he she they them their his her him we our us you your i me my who which what when where how why will would can could should may might must shall all any each every some more most other such only so up out over under after before between through during while also both’s n’t said says it’s don’t'.split(
    ' ',
  ),
)
