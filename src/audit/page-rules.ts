import type { PageRule } from './rule.ts'
import { accessKey } from './rules/access-key.ts'
import { activeItemUntold } from './rules/active-item-untold.ts'
import { altAgainstFile } from './rules/alt-against-file.ts'
import { altAndTitleDiffer } from './rules/alt-and-title-differ.ts'
import { altAnnouncesPicture } from './rules/alt-announces-picture.ts'
import { altFileName } from './rules/alt-file-name.ts'
import { altPlaceholder } from './rules/alt-placeholder.ts'
import { altRepeatsText } from './rules/alt-repeats-text.ts'
import { altTooLong } from './rules/alt-too-long.ts'
import { articleForNoArticle } from './rules/article-for-no-article.ts'
import { askedTwice } from './rules/asked-twice.ts'
import { barsOnLowScreen } from './rules/bars-on-low-screen.ts'
import { blinkingStyle } from './rules/blinking-style.ts'
import { breakAsParagraph } from './rules/break-as-paragraph.ts'
import { brokenImageMap } from './rules/broken-image-map.ts'
import { brokenReference } from './rules/broken-reference.ts'
import { buttonSaysNothing } from './rules/button-says-nothing.ts'
import { capitalsByStyle } from './rules/capitals-by-style.ts'
import { centredText } from './rules/centred-text.ts'
import { characterPicture } from './rules/character-picture.ts'
import { colourAloneField } from './rules/colour-alone-field.ts'
import { colourAloneItem } from './rules/colour-alone-item.ts'
import { colourAloneLink } from './rules/colour-alone-link.ts'
import { colourWithoutBackground } from './rules/colour-without-background.ts'
import { coloursNotForced } from './rules/colours-not-forced.ts'
import { controlEdgeContrast } from './rules/control-edge-contrast.ts'
import { currentPageUntold } from './rules/current-page-untold.ts'
import { dividedField } from './rules/divided-field.ts'
import { edgeLostInForcedColours } from './rules/edge-lost-in-forced-colours.ts'
import { embeddedPlayer } from './rules/embedded-player.ts'
import { embeddedWithoutAlternative } from './rules/embedded-without-alternative.ts'
import { emoticon } from './rules/emoticon.ts'
import { emphasisByStyle } from './rules/emphasis-by-style.ts'
import { emptyAltWithTitle } from './rules/empty-alt-with-title.ts'
import { emptyBlock } from './rules/empty-block.ts'
import { emptyCells } from './rules/empty-cells.ts'
import { errorHidden } from './rules/error-hidden.ts'
import { errorSummaryLinks } from './rules/error-summary-links.ts'
import { errorTitle } from './rules/error-title.ts'
import { errorTooEarly } from './rules/error-too-early.ts'
import { errorUnhelpful } from './rules/error-unhelpful.ts'
import { errorUnidentified } from './rules/error-unidentified.ts'
import { errorUntied } from './rules/error-untied.ts'
import { fakeControl } from './rules/fake-control.ts'
import { fakeHeading } from './rules/fake-heading.ts'
import { fakeList } from './rules/fake-list.ts'
import { fieldsetWithoutLegend } from './rules/fieldset-without-legend.ts'
import { figureWithoutCaption } from './rules/figure-without-caption.ts'
import { fileUntold } from './rules/file-untold.ts'
import { fixedBackground } from './rules/fixed-background.ts'
import { formatUntold } from './rules/format-untold.ts'
import { generatedTextContrast } from './rules/generated-text-contrast.ts'
import { groupWithoutFields } from './rules/group-without-fields.ts'
import { groupWithoutName } from './rules/group-without-name.ts'
import { headerOfNothing } from './rules/header-of-nothing.ts'
import { headingSaysNothing } from './rules/heading-says-nothing.ts'
import { headingWithoutText } from './rules/heading-without-text.ts'
import { hintVanishes } from './rules/hint-vanishes.ts'
import { iconContrast } from './rules/icon-contrast.ts'
import { inlineColour } from './rules/inline-colour.ts'
import { invalidUnexplained } from './rules/invalid-unexplained.ts'
import { justifiedText } from './rules/justified-text.ts'
import { labelFarFromField } from './rules/label-far-from-field.ts'
import { labelOnWrongSide } from './rules/label-on-wrong-side.ts'
import { labelSaysNothing } from './rules/label-says-nothing.ts'
import { laidOutByBlanks } from './rules/laid-out-by-blanks.ts'
import { layoutTable } from './rules/layout-table.ts'
import { layoutTableOrder } from './rules/layout-table-order.ts'
import { layoutTableWithHeaders } from './rules/layout-table-with-headers.ts'
import { linkToNothing } from './rules/link-to-nothing.ts'
import { linkToPicture } from './rules/link-to-picture.ts'
import { linkWithoutLetters } from './rules/link-without-letters.ts'
import { linksRunTogether } from './rules/links-run-together.ts'
import { longItalics } from './rules/long-italics.ts'
import { longLines } from './rules/long-lines.ts'
import { longText } from './rules/long-text.ts'
import { lookAlikeLetters } from './rules/look-alike-letters.ts'
import { looksOnlyElement } from './rules/looks-only-element.ts'
import { mailUntold } from './rules/mail-untold.ts'
import { meaningInBackground } from './rules/meaning-in-background.ts'
import { meaningTakenAway } from './rules/meaning-taken-away.ts'
import { memoryTest } from './rules/memory-test.ts'
import { missingOnSmallScreen } from './rules/missing-on-small-screen.ts'
import { motionNotReduced } from './rules/motion-not-reduced.ts'
import { movedByDevice } from './rules/moved-by-device.ts'
import { nameWithoutLabel } from './rules/name-without-label.ts'
import { needlessFocus } from './rules/needless-focus.ts'
import { neighboursToOnePlace } from './rules/neighbours-to-one-place.ts'
import { nestedTable } from './rules/nested-table.ts'
import { newWindowUntold } from './rules/new-window-untold.ts'
import { noReview } from './rules/no-review.ts'
import { noSeenLabel } from './rules/no-seen-label.ts'
import { noSubmitButton } from './rules/no-submit-button.ts'
import { ornamentWithWords } from './rules/ornament-with-words.ts'
import { pageLanguage } from './rules/page-language.ts'
import { passwordManager } from './rules/password-manager.ts'
import { pictureAsHeading } from './rules/picture-as-heading.ts'
import { pictureOfText } from './rules/picture-of-text.ts'
import { placeholderAsLabel } from './rules/placeholder-as-label.ts'
import { placeholderContrast } from './rules/placeholder-contrast.ts'
import { plainLanguage } from './rules/plain-language.ts'
import { playerWithoutControls } from './rules/player-without-controls.ts'
import { playsByItself } from './rules/plays-by-itself.ts'
import { preformattedText } from './rules/preformatted-text.ts'
import { purposeMissing } from './rules/purpose-missing.ts'
import { purposeWrong } from './rules/purpose-wrong.ts'
import { quotationAsIndent } from './rules/quotation-as-indent.ts'
import { rawAddress } from './rules/raw-address.ts'
import { repeatedHeading } from './rules/repeated-heading.ts'
import { repeatedLabel } from './rules/repeated-label.ts'
import { requiredByColour } from './rules/required-by-colour.ts'
import { requiredUnexplained } from './rules/required-unexplained.ts'
import { resetButton } from './rules/reset-button.ts'
import { resultsCountSilent } from './rules/results-count-silent.ts'
import { sameNameTwoFrames } from './rules/same-name-two-frames.ts'
import { sameWordsOneContext } from './rules/same-words-one-context.ts'
import { sameWordsTwoPlaces } from './rules/same-words-two-places.ts'
import { seenOrder } from './rules/seen-order.ts'
import { selectionContrast } from './rules/selection-contrast.ts'
import { sensoryWords } from './rules/sensory-words.ts'
import { severalLabels } from './rules/several-labels.ts'
import { severalMainHeadings } from './rules/several-main-headings.ts'
import { sidewaysScrolling } from './rules/sideways-scrolling.ts'
import { silentPicture } from './rules/silent-picture.ts'
import { sizedByWindow } from './rules/sized-by-window.ts'
import { soundWithoutTranscript } from './rules/sound-without-transcript.ts'
import { spacedLetters } from './rules/spaced-letters.ts'
import { spacerPicture } from './rules/spacer-picture.ts'
import { symbolAlone } from './rules/symbol-alone.ts'
import { tableWithoutCaption } from './rules/table-without-caption.ts'
import { tableWithoutHeaders } from './rules/table-without-headers.ts'
import { tableWithoutScope } from './rules/table-without-scope.ts'
import { targetMissing } from './rules/target-missing.ts'
import { textDirection } from './rules/text-direction.ts'
import { textLostAt200Percent } from './rules/text-lost-at-200-percent.ts'
import { textLostBySpacing } from './rules/text-lost-by-spacing.ts'
import { textLostOnSmallScreen } from './rules/text-lost-on-small-screen.ts'
import { textWithoutPicture } from './rules/text-without-picture.ts'
import { tightLines } from './rules/tight-lines.ts'
import { titleDoesNotFit } from './rules/title-does-not-fit.ts'
import { titleRepeatsWords } from './rules/title-repeats-words.ts'
import { titleSaysNothing } from './rules/title-says-nothing.ts'
import { turnedScreen } from './rules/turned-screen.ts'
import { typedCapitals } from './rules/typed-capitals.ts'
import { unevenColumns } from './rules/uneven-columns.ts'
import { unexplainedAbbreviation } from './rules/unexplained-abbreviation.ts'
import { unmarkedLanguage } from './rules/unmarked-language.ts'
import { untiedHint } from './rules/untied-hint.ts'
import { untiedLabel } from './rules/untied-label.ts'
import { uselessFrameTitle } from './rules/useless-frame-title.ts'
import { vagueLink } from './rules/vague-link.ts'
import { vagueLinkAlone } from './rules/vague-link-alone.ts'
import { verySmallText } from './rules/very-small-text.ts'
import { videoWithoutCaptions } from './rules/video-without-captions.ts'
import { videoWithoutDescription } from './rules/video-without-description.ts'
import { windowlessPlugIn } from './rules/windowless-plug-in.ts'
import { wordsFromStyle } from './rules/words-from-style.ts'
import { wordsHiddenFromAll } from './rules/words-hidden-from-all.ts'
import { wrongHeaders } from './rules/wrong-headers.ts'
import { wrongLanguage } from './rules/wrong-language.ts'

/** Every rule that reads a page. This file is bundled for the browser: nothing of Node in it. */
export const pageRules: readonly PageRule[] = [
  altAgainstFile,
  altFileName,
  altPlaceholder,
  characterPicture,
  embeddedWithoutAlternative,
  emoticon,
  emptyAltWithTitle,
  linkToPicture,
  lookAlikeLetters,
  meaningInBackground,
  ornamentWithWords,
  silentPicture,
  embeddedPlayer,
  soundWithoutTranscript,
  videoWithoutDescription,
  videoWithoutCaptions,
  errorUntied,
  wordsFromStyle,
  brokenReference,
  dividedField,
  emphasisByStyle,
  fakeHeading,
  fakeList,
  fieldsetWithoutLegend,
  groupWithoutFields,
  groupWithoutName,
  headerOfNothing,
  headingWithoutText,
  laidOutByBlanks,
  layoutTableWithHeaders,
  meaningTakenAway,
  pictureAsHeading,
  quotationAsIndent,
  severalLabels,
  tableWithoutHeaders,
  untiedHint,
  untiedLabel,
  wrongHeaders,
  textDirection,
  layoutTableOrder,
  seenOrder,
  spacedLetters,
  sensoryWords,
  symbolAlone,
  turnedScreen,
  purposeMissing,
  purposeWrong,
  colourAloneField,
  colourAloneItem,
  colourAloneLink,
  requiredByColour,
  playsByItself,
  colourWithoutBackground,
  generatedTextContrast,
  placeholderContrast,
  selectionContrast,
  sizedByWindow,
  textLostAt200Percent,
  pictureOfText,
  justifiedText,
  longLines,
  tightLines,
  barsOnLowScreen,
  missingOnSmallScreen,
  sidewaysScrolling,
  textLostOnSmallScreen,
  controlEdgeContrast,
  iconContrast,
  textLostBySpacing,
  playerWithoutControls,
  brokenImageMap,
  blinkingStyle,
  fixedBackground,
  motionNotReduced,
  errorTitle,
  titleDoesNotFit,
  titleSaysNothing,
  needlessFocus,
  wordsHiddenFromAll,
  linkWithoutLetters,
  sameWordsOneContext,
  vagueLinkAlone,
  buttonSaysNothing,
  headingSaysNothing,
  labelSaysNothing,
  repeatedLabel,
  currentPageUntold,
  mailUntold,
  rawAddress,
  sameWordsTwoPlaces,
  vagueLink,
  longText,
  nameWithoutLabel,
  movedByDevice,
  pageLanguage,
  unmarkedLanguage,
  wrongLanguage,
  unexplainedAbbreviation,
  plainLanguage,
  noSubmitButton,
  newWindowUntold,
  errorHidden,
  errorSummaryLinks,
  errorTooEarly,
  errorUnidentified,
  invalidUnexplained,
  formatUntold,
  hintVanishes,
  noSeenLabel,
  placeholderAsLabel,
  requiredUnexplained,
  errorUnhelpful,
  noReview,
  resetButton,
  askedTwice,
  memoryTest,
  passwordManager,
  activeItemUntold,
  fakeControl,
  sameNameTwoFrames,
  uselessFrameTitle,
  resultsCountSilent,
  accessKey,
  capitalsByStyle,
  centredText,
  coloursNotForced,
  edgeLostInForcedColours,
  inlineColour,
  labelFarFromField,
  longItalics,
  textWithoutPicture,
  typedCapitals,
  verySmallText,
  altAndTitleDiffer,
  altAnnouncesPicture,
  altRepeatsText,
  altTooLong,
  articleForNoArticle,
  breakAsParagraph,
  emptyBlock,
  emptyCells,
  figureWithoutCaption,
  fileUntold,
  labelOnWrongSide,
  layoutTable,
  linkToNothing,
  linksRunTogether,
  looksOnlyElement,
  neighboursToOnePlace,
  nestedTable,
  preformattedText,
  repeatedHeading,
  severalMainHeadings,
  spacerPicture,
  tableWithoutCaption,
  tableWithoutScope,
  targetMissing,
  titleRepeatsWords,
  unevenColumns,
  windowlessPlugIn,
]
