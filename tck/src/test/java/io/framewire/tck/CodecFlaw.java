package io.framewire.tck;

import java.util.Set;

/** What can be wrong with a codec or its provider, each with the rules that must notice. */
enum CodecFlaw implements Flaw {
  NONE(),
  NOT_FOUND("isFoundByTheServiceLoader"),
  HAS_A_LOUD_NAME("hasAShortNameInLowerCase"),
  CHANGES_ITS_PRIORITY("nameAndPriorityStayTheSame"),
  WAVERS_WHETHER_IT_IS_AVAILABLE("saysWhetherItIsAvailableWithAReasonAndStandsByIt"),
  FORGETS_THE_BYTE_ORDER("framesOfEveryDtypeAndShapeComeBack", "arraysThatAreRepliesComeBack"),
  MAKES_FLOATS_OF_WHOLE_NUMBERS("valuesThatGoWithFramesComeBack", "valuesThatAreRepliesComeBack"),
  INVENTS_DATA("aFrameWithoutDataSaysSo"),
  CONFIRMS_THE_END_LIKE_A_FRAME("theEndAndWhatConfirmsItComeBack"),
  TAKES_WORDS_FOR_DATA("anAcknowledgementComesBack"),
  CHANGES_THE_FRAME(
      "encodingLeavesTheFrameToItsOwner",
      "partsOutliveTheMessage",
      "rowsOfAFrameAreSentWithoutTouchingTheRowsBefore",
      "aPoolWithoutRoomLeavesTheFrameAsItWas"),
  DOES_NOT_RETAIN_WHAT_IT_SENDS("partsOutliveTheMessage", "aFrameWithRoomInFrontIsNotCopied"),
  RETAINS_ONCE_TOO_OFTEN("allMemoryIsBackWhenMessagePartsAndFrameAreClosed"),
  ALWAYS_COPIES("aFrameWithRoomInFrontIsNotCopied"),
  SENDS_FROM_THE_FIRST_ROW("rowsOfAFrameAreSentWithoutTouchingTheRowsBefore"),
  WRITES_ALL_HEADERS_TO_ONE_PLACE("aFrameCanBeSentTwiceAtOnce"),
  GIVES_LARGER_BUFFERS("aPartIsExactlyItsBytes"),
  WRITES_ANYTHING_AS_WORDS("aValueTheWireCannotCarryIsRefusedAndTakesNoMemory"),
  TAKES_SHORT_FRAMES("aFrameMessageThatIsCutOffAtAnyLengthIsRefused"),
  PASSES_OVER_PARTS("aFrameMessageThatLacksAPartOrHasOneMoreIsRefused"),
  KEEPS_WHAT_IT_REFUSES("memoryOfWhatIsRefusedComesBack"),
  BELIEVES_EVERY_LENGTH("nothingThatArrivesIsMoreThanAProtocolError"),
  LETS_EXCEPTIONS_OUT(
      "aFrameMessageThatIsCutOffAtAnyLengthIsRefused",
      "nothingThatArrivesIsMoreThanAProtocolError",
      "repeatedBytesAreNoMoreThanAProtocolError"),
  FOLLOWS_ANY_DEPTH("repeatedBytesAreNoMoreThanAProtocolError"),
  STAYS_UPSET("aBadMessageChangesNothingForTheNext");

  private final Set<String> rules;

  CodecFlaw(String... rules) {
    this.rules = Set.of(rules);
  }

  @Override
  public Set<String> rules() {
    return rules;
  }
}
